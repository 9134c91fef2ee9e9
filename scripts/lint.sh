# Formatting and clang-tidy, for ./test --lint.

lint() {
  find pipeline tests cmake \( -name '*.cpp' -o -name '*.h' \) -print0 | xargs -0 clang-format --dry-run --Werror
  say "the formatting is right"
  run-clang-tidy -quiet -p "build/$1" -j "$(nproc)" "$(pwd)/(pipeline|tests|cmake)/.*" 2>/dev/null
}
