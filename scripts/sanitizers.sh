# How programs are run that watch themselves, for ./test --asan and --tsan. What the sanitizers find goes to files, so
# that nothing is lost: not what a test did not expect of a program that it ran, nor what ended well all the same.

# Old sanitizers do not find their way where Linux scatters a program's memory widely.
sanitizers_start() {
  scattered=$(cat /proc/sys/vm/mmap_rnd_bits 2>/dev/null || echo 0)
  [ "$scattered" -le 28 ] || [ -n "${HANDBILL_NOT_SCATTERED:-}" ] || ! setarch "$(uname -m)" -R true 2>/dev/null || {
    export HANDBILL_NOT_SCATTERED=yes
    exec setarch "$(uname -m)" -R "$@"
  }
}

# watch FOLDER: of the build
watch() {
  reports=$(pwd)/$1/reports
  rm -rf "$reports"
  mkdir -p "$reports"
  # Catch2 would catch signals before them. Exit status 1 is what tests expect where a page is bad.
  all=log_path=$reports/report:exitcode=99:allow_addr2line=1:handle_segv=2:handle_sigbus=2:handle_sigfpe=2
  export ASAN_OPTIONS="$all:detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1:check_initialization_order=1"
  export UBSAN_OPTIONS="$all:print_stacktrace=1"
  export TSAN_OPTIONS="$all:ignore_noninstrumented_modules=1"
}

# Shows what was found; fails if anything was.
show_reports() {
  [ -n "$(ls "$reports")" ] || return 0
  cat "$reports"/*
  say "the sanitizers found something; it is in $reports"
  return 1
}

# How many tests ran, which CTest does not know: to it, a file of tests is one.
count_tests() {
  awk '
    /^All tests passed \(/ { tests += $(NF - 2); passed += $(NF - 2) }
    /^test cases: / { tests += $3; for (i = 4; i < NF; i++) if ($(i + 1) == "passed") passed += $i }
    END { printf "%d of %d test cases passed", passed, tests }' "$1/Testing/Temporary/LastTest.log"
}
