# Distribution packages: which are missing, and installing them with apt-get.

# install_packages SECTION... of packages.txt
install_packages() {
  if ! command -v apt-get >/dev/null; then
    say "there is no apt-get here; Handbill needs (Debian's names):" $(packages_of "$@")
    return 0
  fi
  missing=$(packages_of "$@" | missing_packages)
  [ -n "$missing" ] || return 0
  say "missing packages:" $missing
  may_be_root || fail "installing them needs root or sudo: have somebody with either run" \
    "apt-get install" $(echo "$missing" | sed 's/|.*//')
  update_package_lists
  chosen=
  for package in $missing; do
    chosen="$chosen $(first_available $(echo "$package" | tr '|' ' '))"
  done
  say "installing them with apt-get"
  logged packages as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 $chosen ||
    fail "apt-get could not install:$chosen (its output is above)"
}

# The packages of the sections named, one a line, alternatives as "a|b".
packages_of() {
  awk -v sections=" $* " '
    { sub(/#.*/, ""); gsub(/[ \t\r]/, "") }
    /^\[.*\]$/ { wanted = index(sections, " " substr($0, 2, length($0) - 2) " "); next }
    wanted && $0 != ""' "$root/packages.txt"
}

# Of the packages on standard input, those that are not installed.
missing_packages() {
  { dpkg-query -W -f '${db:Status-Status} ${Package}\n'; sed 's/^/wanted /'; } | awk '
    $1 == "installed" { installed[$2] = 1 }
    $1 == "wanted" {
      found = 0
      count = split($2, names, "|")
      for (i = 1; i <= count; i++) if (names[i] in installed) found = 1
      if (!found) print $2
    }'
}

# The first of some names that this distribution has a package for; the first of all when it has none.
first_available() {
  for name; do
    ! apt-cache show "$name" >/dev/null 2>&1 || { echo "$name"; return; }
  done
  echo "$1"
}

# Once per call, and only when something is missing. A source that does not answer is no reason to stop: what is
# wanted may come from another.
update_package_lists() {
  [ -z "${package_lists_updated:-}" ] && may_be_root || return 0
  package_lists_updated=yes
  say "updating the package lists"
  logged package-lists as_root apt-get update || say "apt-get update failed; trying with the lists that are here"
}

may_be_root() {
  [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}
