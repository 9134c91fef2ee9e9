# Fuzzing: every target, or those named, for some seconds each, on what the last run has found and the project's own
# files. What broke a target is kept in build/fuzz/found, and given to it first the next time.

# fuzz SECONDS [TARGET...]
fuzz() {
  seconds=$1
  shift
  programs=$root/build/fuzz/tests/fuzz
  [ $# -gt 0 ] || set -- $(cd "$programs" && ls | sed -n 's/^fuzz_//p')
  broken=''
  for target; do
    [ -x "$programs/fuzz_$target" ] || fail "there is no fuzz target $target"
    say "fuzzing $target for $seconds s"
    fuzz_one "$target" || broken="$broken $target"
  done
  [ -z "$broken" ] || fail "broken:$broken; what broke them is in build/fuzz/found"
}

fuzz_one() {
  corpus=$root/build/fuzz/corpus/$1
  found=$root/build/fuzz/found/$1
  seeds=$root/build/fuzz/seeds/$1
  rm -rf "$seeds"
  mkdir -p "$corpus" "$found" "$seeds"
  for seed in $(seeds_of "$1"); do cp "$seed" "$seeds/$(echo "${seed#"$root"/}" | tr / -)"; done
  dictionary=$(dictionary_of "$1")
  if [ -n "$(ls "$found")" ]; then
    "$programs/fuzz_$1" -timeout=5 -rss_limit_mb=1024 "$found"/* >"$found.log" 2>&1 || { tail -n 40 "$found.log"; return 1; }
  fi
  # A hang is five seconds, too much memory a gigabyte: what the program promises for any input.
  "$programs/fuzz_$1" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 -max_len="${fuzz_length:-4096}" \
    -print_final_stats=1 -verbosity=1 -artifact_prefix="$found/" ${dictionary:+-dict="$dictionary"} \
    "$corpus" "$seeds" >"$found.log" 2>&1 || { grep -v '^#' "$found.log" | tail -n 60; return 1; }
  sed -n 's/^stat::number_of_executed_units: */  inputs: /p; s/^stat::peak_rss_mb: */  memory: /p' "$found.log"
}

# The project's own files that look like a target's input.
seeds_of() {
  ls "$root/tests/fuzz/seeds/$1"/* 2>/dev/null || :
  case $1 in
    source | build) ls "$root"/content/*.md "$root"/tests/render/samples/*.md ;;
    locale) ls "$root"/locales/*/tech-workers.yaml ;;
    interface) ls "$root"/locales/*/interface.yaml ;;
    theme) ls "$root"/content/themes/*.yaml ;;
    project) ls "$root"/handbill.yaml ;;
    image) ls "$root"/tests/render/samples/*.png ;;
    po) find "$root/tests" -name '*.po' ;;
    xliff) find "$root/tests" -name '*.xlf' -o -name '*.xliff' ;;
  esac
}

dictionary_of() {
  case $1 in
    source | inlines | shortcode | build) echo "$root/tests/fuzz/dictionaries/markdown.dict" ;;
    front_matter | locale | sync | interface | theme | project) echo "$root/tests/fuzz/dictionaries/yaml.dict" ;;
    po) echo "$root/tests/fuzz/dictionaries/po.dict" ;;
    xliff) echo "$root/tests/fuzz/dictionaries/xml.dict" ;;
  esac
}
