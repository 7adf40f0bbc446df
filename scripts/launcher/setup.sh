# shellcheck shell=sh disable=SC2154
# Read by ./orc for `orc setup`, without Java: checks what orc needs, and installs what is missing by
# the system's package manager.

setup_usage() {
  cat <<'END'
Usage: orc setup [--check] [--yes] [--link DIR]
Check what orc needs, and install what is missing.

      --check      Only say what is missing.
      --yes        Install without asking.
      --link DIR   Put a link named orc into DIR, so that it is on the PATH.
  -h, --help       Show this help.

Example:
  orc setup --link ~/.local/bin
END
}

only_check=
yes=
link_folder=
while [ $# -gt 0 ]; do
  case $1 in
    --check) only_check=yes ;;
    --yes | -y) yes=yes ;;
    --link)
      [ $# -gt 1 ] || fail "--link needs a folder. See: orc setup --help" 2
      link_folder=$2
      shift
      ;;
    --link=*) link_folder=${1#--link=} ;;
    -h | --help)
      setup_usage
      exit 0
      ;;
    *) fail "unknown option '$1'. See: orc setup --help" 2 ;;
  esac
  shift
done

if [ -n "${ORC_HOME-}" ]; then cache=$ORC_HOME/cache; else
  case ${XDG_CACHE_HOME-} in /*) cache=$XDG_CACHE_HOME/orc ;; *) cache=${HOME:-}/.cache/orc ;; esac
fi

if [ -n "$link_folder" ]; then
  [ -d "$link_folder" ] || mkdir -p "$link_folder" || fail "$link_folder cannot be made"
  if [ -e "$link_folder/orc" ] && [ ! -h "$link_folder/orc" ]; then
    fail "$link_folder/orc is there and no link. Move it away first" 5
  fi
  ln -sf "$root/orc" "$link_folder/orc"
  echo "Linked $link_folder/orc to $root/orc."
  case :$PATH: in
    *:"$link_folder":*) ;;
    *) echo "$link_folder is not on your PATH: add it to your shell's profile." ;;
  esac
fi

# --- what is missing -----------------------------------------------------------------------------

has_jdk() (. "$root/scripts/launcher/jdk.sh") >/dev/null 2>&1
has_temporal() { [ -x "$cache/bin/temporal" ] || command -v temporal >/dev/null; }
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

missing=
need() {
  if "$2"; then printf 'ok       %s\n' "$1"; else
    printf 'missing  %s\n' "$1"
    missing="$missing $3"
  fi
}
has_mvn() { command -v mvn >/dev/null || [ ! -f "$root/pom.xml" ]; }
has_git() { command -v git >/dev/null; }
need "JDK 17 or newer" has_jdk jdk
need "Maven" has_mvn maven
need "tmux 3.2 or newer" has_tmux tmux
need "git" has_git git
need "the temporal program (for durable runs)" has_temporal temporal

if [ -z "$missing" ]; then
  echo "Nothing is missing."
  exit 0
fi
[ -z "$only_check" ] || exit 1

# --- installing ----------------------------------------------------------------------------------

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
    *) echo "$1" ;;
  esac
}

packages=
for thing in $missing; do
  [ "$thing" = temporal ] || packages="$packages $(package_of "$thing")"
done

as_root=
if [ "$manager" != brew ] && [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null && as_root=sudo
fi
case $manager in
  apt) install="$as_root apt-get install -y" ;;
  dnf) install="$as_root dnf install -y" ;;
  pacman) install="$as_root pacman -S --needed --noconfirm" ;;
  apk) install="$as_root apk add" ;;
  brew) install="brew install" ;;
esac

agreed() {
  [ -z "$yes" ] || return 0
  [ -t 0 ] || fail "nobody is there to ask. Say: orc setup --yes" 5
  printf '%s [y/N] ' "$1"
  read -r answer || return 1
  case $answer in [yY] | [yY][eE][sS]) return 0 ;; *) return 1 ;; esac
}

if [ -n "$packages" ]; then
  [ "$manager" != none ] || fail "no package manager is known here. Install by hand:$packages"
  agreed "Run:$install$packages ?" || fail "not installed:$packages" 5
  # Both are lists of plain words made above.
  # shellcheck disable=SC2086
  $install $packages || fail "the installation failed. Install by hand:$packages"
fi

case " $missing " in
  *" temporal "*)
    agreed "Install the temporal program into $cache/bin?" || fail "not installed: temporal" 5
    "$root/scripts/install-temporal" || fail "temporal was not installed. Runs will not be durable"
    ;;
esac
echo "Everything is there. Next: orc up"
