# What the conformance tests look at files with, for ./test --conformance: veraPDF and EPUBCheck through Maven; Ace,
# pdf.js and PDFium through npm. Their versions and checksums are in tests/conformance/tools. They are kept in
# $XDG_CACHE_HOME/handbill, where every copy of this project finds them.

# Puts them there unless they are, and sets $validators to the folder.
fetch_validators() {
  tools=$(pwd)/tests/conformance/tools
  pins=$(cat "$tools/pom.xml" "$tools/jars.sha256" "$tools/package-lock.json" | sha256sum | cut -c 1-16)
  validators=${XDG_CACHE_HOME:-$HOME/.cache}/handbill/validators-$pins
  [ ! -d "$validators" ] || return 0
  install_packages $(missing_programs chromium java mvn npm)
  say "fetching veraPDF, EPUBCheck, Ace, pdf.js and PDFium"
  partial=$validators.$$
  mkdir -p "$partial"
  fetch_or_fail Maven "$partial" fetch_jars
  fetch_or_fail npm "$partial" fetch_node_modules
  mv "$partial" "$validators"
}

# The sections of packages.txt for programs that are not on this machine from anywhere else.
missing_programs() {
  for program; do
    command -v "$program" >/dev/null || echo "$program"
  done
}

# fetch_or_fail NAME FOLDER COMMAND
fetch_or_fail() {
  log=$(pwd)/build/validators-$1.log
  "$3" "$2" >"$log" 2>&1 || {
    rm -rf "$2"
    fail "$1 could not fetch what the conformance tests need; is there a network? (its output: $log)"
  }
}

fetch_jars() {
  timeout 600 mvn -B -q -f "$tools/pom.xml" \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$1/jars" &&
    (cd "$1/jars" && sha256sum --quiet -c "$tools/jars.sha256")
}

# Ace and pdf.js would fetch a browser and a drawing library of their own in scripts; the first is the distribution's.
fetch_node_modules() {
  cp "$tools/package.json" "$tools/package-lock.json" "$1"
  (cd "$1" && timeout 600 npm ci --ignore-scripts --omit=optional --no-audit --no-fund --fetch-retries=2)
}
