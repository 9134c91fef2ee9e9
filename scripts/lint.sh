# Formatting and clang-tidy, for ./test --lint.

# lint FOLDER [PART...]: of the build; clang-tidy looks at the files whose path has one of the parts, or at all
lint() {
  folder=$1
  shift
  find pipeline tests cmake \( -name '*.cpp' -o -name '*.h' \) -print0 | xargs -0 clang-format --dry-run --Werror
  say "the formatting is right"
  [ $# -gt 0 ] || set -- ''
  parts=$(printf '|%s' "$@")
  run-clang-tidy -quiet -p "$folder" -j "$(nproc)" "$(pwd)/(pipeline|tests|cmake)/.*(${parts#|})" 2>/dev/null
}
