# shellcheck shell=sh disable=SC2154
# Read by ./orc when something that a command needs is not there, or may not be: offers on a terminal
# to install what is missing and lets the command go on, does it unasked with --yes or ORC_SETUP=yes,
# and names that one way where nobody can be asked.

. "$root/scripts/launcher/needs.sh"

offer_words() {
  words=
  for thing in $missing; do
    words="$words${words:+, }$(named "$thing")"
  done
}

# Whether to install. The temporal program alone is offered before the first build, and nobody has to
# take it. An agent's window is a terminal too, and no person reads it.
offer_agreed() {
  [ "$consent" != yes ] || return 0
  if [ "$consent" != no ] && [ -z "${ORC_ROLE-}" ] && [ -t 0 ] && [ -t 2 ] &&
    { [ -n "$vital" ] || [ ! -f "$laid_out/built" ]; }; then
    printf 'orc: not there yet: %s.\norc: install it now? [Y/n] ' "$words" >&2
    read -r answer || answer=n
    case $answer in '' | [yY] | [yY][eE][sS]) return 0 ;; esac
  fi
  return 1
}

look_for_missing
if [ -n "$missing" ]; then
  offer_words
  if offer_agreed; then
    echo "orc: installing $words ..." >&2
    install_missing
  elif [ -n "$vital" ]; then
    missing=$vital
    offer_words
    fail "$words: not there. To have it installed: $root/orc setup --yes" 1
  fi
fi
