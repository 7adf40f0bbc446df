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
link_folder=
while [ $# -gt 0 ]; do
  case $1 in
    --check) only_check=yes ;;
    --yes | -y) consent=yes ;;
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

. "$root/scripts/launcher/needs.sh"
look_for_missing
for thing in jdk maven tmux git ps temporal; do
  case " $missing " in
    *" $thing "*) printf 'missing  %s\n' "$(named "$thing")" ;;
    *) printf 'ok       %s\n' "$(named "$thing")" ;;
  esac
done
if [ -z "$missing" ]; then
  echo "Nothing is missing."
  exit 0
fi
[ -z "$only_check" ] || exit 1

if [ "$consent" != yes ]; then
  [ -t 0 ] || fail "nobody is there to ask. Say: orc setup --yes" 5
  packages_of "$missing"
  printf 'Install %s%s? [y/N] ' "${packages# }" "$(case $missing in *temporal*) echo " and the temporal program" ;; esac)"
  read -r answer || answer=
  case $answer in [yY] | [yY][eE][sS]) ;; *) fail "not installed:$missing" 5 ;; esac
fi
install_missing
look_for_missing
[ -z "$vital" ] || fail "installed, and yet not found:$vital"
case $missing in
  *temporal*) echo "All that is needed is there; runs are kept in memory. Next: orc up" ;;
  *) echo "Everything is there. Next: orc up" ;;
esac
