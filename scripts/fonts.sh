# Puts the faces that fonts/fonts.yaml and the colour profile that fonts/profiles.yaml name into fonts/, out of their
# distribution packages. The packages are not installed: what a page is set with must not depend on what else is on the
# machine.

fetch_fonts() {
  { faces; profile; } | while read -r package file sha256; do
    [ -e "$root/fonts/$file" ] || take_installed "$file" "$sha256" || echo "$package $file $sha256"
  done >"$root/build/missing-fonts"
  for package in $(cut -d ' ' -f 1 "$root/build/missing-fonts" | sort -u); do
    say "fetching fonts from the package $package"
    if unpack "$package"; then
      grep "^$package " "$root/build/missing-fonts" | while read -r _ file sha256; do
        take_unpacked "$file" "$sha256" || say "the package $package has no $file"
      done
    else
      say "could not fetch the package $package; its fonts can be put into fonts/ by hand"
    fi
    rm -rf "$root/build/fonts"
  done
}

# "PACKAGE FILE SHA256" for each face in fonts.yaml. The file is written with one face a line; this reads no more YAML
# than that. A family without a package is its owner's business.
faces() {
  awk '
    function value(key, text) {
      if (!match($0, "(^|[ {,])" key ":[ ]*[^ ,}]+")) return ""
      text = substr($0, RSTART, RLENGTH)
      sub(".*" key ":[ ]*", "", text)
      gsub(/["\047\r]/, "", text)
      return text
    }
    { sub(/^#.*/, ""); sub(/[ \t]#.*/, "") }
    /^[^ ]/ { families = /^families:/ }
    !families { next }
    /^  [^ ]/ { package = "" }
    value("package") != "" { package = value("package") }
    value("file") != "" && package != "" { print package, value("file"), value("sha256") }
  ' "$root/fonts/fonts.yaml"
}

# The same for the press in profiles.yaml, which is written with one key a line.
profile() {
  [ -e "$root/fonts/profiles.yaml" ] || return 0
  awk '
    $1 == "package:" { package = $2 }
    $1 == "file:" { file = $2 }
    $1 == "sha256:" { sha256 = $2 }
    END { if (package != "" && file != "") print package, file, sha256 }
  ' "$root/fonts/profiles.yaml"
}

# A font that is on the machine anyway is taken from there, when it is the very same.
take_installed() {
  face=$(find /usr/share/fonts /usr/share/color /usr/share/texlive -name "$1" -print -quit 2>/dev/null)
  [ -n "$face" ] && [ "$(checksum "$face")" = "$2" ] && add_face "$face"
}

take_unpacked() {
  face=$(find "$root/build/fonts" -name "$1" -type f -print -quit)
  [ -n "$face" ] || return 1
  [ "$(checksum "$face")" = "$2" ] ||
    say "$1 is not the version that fonts/fonts.yaml names (its checksum differs); pages may come out differently"
  add_face "$face"
}

# Unpacks a distribution package into build/fonts.
unpack() {
  command -v apt-get >/dev/null || return 1
  rm -rf "$root/build/fonts"
  mkdir -p "$root/build/fonts"
  logged fonts download "$1" 2>/dev/null && return
  update_package_lists
  logged fonts download "$1"
}

download() {
  (cd "$root/build/fonts" && apt-get download "$1" && dpkg-deb -x ./*.deb .)
}

# Never a half-written font in fonts/, whatever stops this.
add_face() {
  cp "$1" "$root/build/face" && mv "$root/build/face" "$root/fonts/${1##*/}"
}

checksum() {
  sha256sum "$1" | cut -d ' ' -f 1
}
