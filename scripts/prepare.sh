# What ./handbill and ./test do before they run anything. Sourced by both with $root set to the project's folder.
# Everything said goes to standard error; what other programs say goes to logs in build/ and is shown when they fail.

. "$root/scripts/packages.sh"
. "$root/scripts/fonts.sh"

say() {
  printf 'handbill: %s\n' "$*" >&2
}

fail() {
  say "$*"
  exit 1
}

# Runs a command with its output in build/NAME.log, which is shown when the command fails.
logged() {
  log=$root/build/$1.log
  shift
  "$@" >"$log" 2>&1 || {
    status=$?
    cat "$log" >&2
    return "$status"
  }
}

# Two calls at once must not install or build into each other: the second waits for the first.
lock_build() {
  mkdir -p "$root/build"
  command -v flock >/dev/null || return 0
  exec 9>"$root/build/lock"
  flock -n 9 || { say "waiting for another build in this folder"; flock 9; }
}

unlock_build() {
  exec 9>&-
}

# configure PRESET [CMAKE-OPTION...]
configure() {
  preset=$1
  shift
  cmake_preset() { (cd -P "$root" && cmake --preset "$preset" $(fresh_if_moved) "$@"); }
  logged "configure-$preset" cmake_preset "$@" || fail "CMake could not prepare the build (its output is above)"
}

# build PRESET TARGET [CMAKE-OPTION...]
build() {
  preset=$1 target=$2
  shift 2
  # The program alone needs no test library. Once ./test has asked for the tests, they stay in the folder's settings.
  [ "$target" != handbill ] || [ -e "$root/build/$preset/CMakeCache.txt" ] || set -- -DHANDBILL_TESTS=OFF
  configure "$preset" "$@"

  say "building (preset $preset)"
  log=$root/build/build-$preset.log
  : >"$log"
  { (cd "$root" && cmake --build --preset "$preset" --target "$target" 2>&1) || echo failed >>"$log.failed"; } |
    show_progress >>"$log"
  if [ -e "$log.failed" ]; then
    rm "$log.failed"
    grep -v '^\[[0-9/]*\] \(Building\|Linking\|Generating\)' "$log" >&2 || cat "$log" >&2
    fail "the build failed (its whole output: $log)"
  fi
}

# CMake's settings hold absolute paths: those of another place are of no use.
fresh_if_moved() {
  cache=build/$preset/CMakeCache.txt
  [ ! -e "$cache" ] || grep -qx "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$cache" || echo --fresh
}

# Passes Ninja's lines on, and on a terminal keeps one line saying how far it is.
show_progress() {
  [ -t 2 ] && terminal=yes || terminal=
  while IFS= read -r line; do
    printf '%s\n' "$line"
    case $terminal$line in yes\[*) printf '\r\033[K  %s' "${line%%]*}]" >&2 ;; esac
  done
  [ -z "$terminal" ] || printf '\r\033[K' >&2
}
