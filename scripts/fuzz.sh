# Fuzzing: every target, or those named, for some seconds each, on what earlier runs have found and the project's own
# files. What broke a target is kept in build/fuzz/found, and given to it first the next time.

# What the program promises for any input: no more than five seconds, no more than a gigabyte.
promises='-timeout=5 -rss_limit_mb=1024 -malloc_limit_mb=1024'

# HANDBILL_FUZZ_SEED makes the same inputs every time; without it they are others. What broke comes last.
# fuzz SECONDS [TARGET...]: as many targets at a time as there are processors
fuzz() {
  seconds=$1
  shift
  programs=$root/build/asan/tests/fuzz
  [ $# -gt 0 ] || set -- $(cd "$programs" && ls | sed -n 's/^fuzz_//p')
  for target; do
    [ -x "$programs/fuzz_$target" ] || fail "there is no fuzz target $target"
  done
  broken=$root/build/fuzz/broken
  mkdir -p "$root/build/fuzz"
  : >"$broken"
  for worker in $(seq "$(nproc)"); do fuzz_share "$worker" "$@" & done
  wait
  fuzz_sums
  for target in $(cat "$broken"); do grep -v '^#' "$root/build/fuzz/found/$target.log" | tail -n 60; done
  [ ! -s "$broken" ] || fail "broken: $(tr '\n' ' ' <"$broken")(what broke them is in build/fuzz/found)"
}

# fuzz_share NUMBER TARGET...: one processor's targets
fuzz_share() {
  turn=$(($1 - 1))
  shift
  for target; do
    turn=$(((turn + 1) % $(nproc)))
    [ "$turn" = 0 ] || continue
    say "fuzzing $target for $seconds s"
    fuzz_one "$target" || echo "$target" >>"$broken"
  done
}

fuzz_one() {
  corpus=$root/build/fuzz/corpus/$1
  found=$root/build/fuzz/found/$1
  seeds=$root/build/fuzz/seeds/$1
  dictionary=$root/build/fuzz/$1.dict
  rm -rf "$seeds"
  mkdir -p "$corpus" "$found" "$seeds"
  seeds_of "$1" | while IFS= read -r seed; do cp "$seed" "$seeds/$(echo "${seed#"$root"/}" | tr / -)"; done
  for name in $(dictionaries_of "$1"); do cat "$root/tests/fuzz/dictionaries/$name.dict"; done >"$dictionary"
  if [ -n "$(ls "$found")" ]; then
    "$programs/fuzz_$1" $promises "$found"/* >"$found.log" 2>&1 || return 1
  fi
  status=0
  "$programs/fuzz_$1" -max_total_time="$seconds" -seed="${HANDBILL_FUZZ_SEED:-0}" -reload=0 $promises -max_len="${fuzz_length:-4096}" \
    -print_final_stats=1 -verbosity=1 -artifact_prefix="$found/" $(dictionary_option) "$corpus" "$seeds" >"$found.log" 2>&1 || status=1
  keep_sums "$1"
  return "$status"
}

# libFuzzer refuses an empty one.
dictionary_option() { [ ! -s "$dictionary" ] || echo "-dict=$dictionary"; }

# A line for every run: target, seconds, inputs, edges and features covered, inputs kept.
keep_sums() {
  sed -n 's|.*cov: \([0-9]*\) ft: \([0-9]*\) corp: \([0-9]*\)/.*|covered \1 \2 \3|p
    s/^Done [0-9]* runs in \([0-9]*\) second.*/seconds \1/p
    s/^stat::number_of_executed_units: */inputs /p' "$found.log" |
    awk -v target="$1" '{ fact[$1] = $2 " " $3 " " $4 } END { print target, fact["seconds"] + 0, fact["inputs"] + 0, fact["covered"] }' \
      >>"$root/build/fuzz/runs"
}

# What all runs together come to.
fuzz_sums() {
  awk '{ seconds[$1] += $2; inputs[$1] += $3; edges[$1] = $4; features[$1] = $5; kept[$1] = $6 }
    END { for (target in seconds) printf "%-14s %6d s %10d inputs %7d edges %8d features %6d kept\n", target, \
          seconds[target], inputs[target], edges[target], features[target], kept[target] }' \
    "$root/build/fuzz/runs" | sort >&2
}

# The project's own files that look like a target's input, one a line.
seeds_of() {
  find "$root/tests/fuzz/seeds/$1" -type f 2>/dev/null
  case $1 in
    source | build | media) ls "$root"/content/*.md "$root"/tests/render/samples/*.md ;;
    font_list) ls "$root"/fonts/fonts.yaml ;;
    front_matter) ls "$root"/handbill.yaml ;;
    locale) ls "$root"/locales/*/tech-workers.yaml ;;
    interface) ls "$root"/locales/*/interface.yaml ;;
    theme) ls "$root"/content/themes/*.yaml ;;
    project) ls "$root"/handbill.yaml ;;
    image) ls "$root"/tests/render/samples/*.png ;;
    po) find "$root/tests" -name '*.po' ;;
    xliff) find "$root/tests" -name '*.xlf' -o -name '*.xliff' ;;
  esac
}

dictionaries_of() {
  case $1 in
    source | build | media | translated_page) echo markdown inline ;;
    shortcode | inlines) echo inline ;;
    lines) echo inline ;;
    front_matter | project) echo front_matter yaml ;;
    locale | sync) echo locale yaml inline ;;
    font_list) echo font_list yaml ;;
    interface) echo interface yaml ;;
    theme) echo theme yaml ;;
    po) echo po ;;
    xliff) echo xml ;;
    image) echo image ;;
  esac
}
