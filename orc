#!/bin/sh
# The launcher: finds a JDK, builds when the sources are newer than the jars, starts the program.
# Every command passes here, so the usual way starts no process but `find` (only in a source
# checkout) and java itself. What is rarely needed lies in scripts/launcher.
set -eu

fail() {
  printf 'orc: %s\n' "$1" >&2
  exit "${2:-1}"
}

self=$0
case $self in
  */*) ;;
  *) if [ -f "./$self" ]; then self=./$self; else self=$(command -v -- "$self"); fi ;;
esac
while [ -h "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=${self%/*}/$link ;;
  esac
done
root=$(CDPATH="" cd -P "${self%/*}" && pwd -P)

ORC_LAUNCHER=$root/orc
export ORC_LAUNCHER

# Whether what is missing may be installed unasked: a word of the person's, or the environment's.
consent=${ORC_SETUP-}
said_yes=
case ${1-} in
  --yes)
    said_yes=yes
    shift
    ;;
  demo) for word in "$@"; do [ "$word" != --yes ] || said_yes=yes; done ;;
esac
[ -z "$said_yes" ] || consent=yes

# The same folders as the program's own HostFolders.
if [ -n "${ORC_HOME-}" ]; then
  case $ORC_HOME in /*) home=$ORC_HOME ;; *) home=$PWD/$ORC_HOME ;; esac
  state=$home/state
  cache=$home/cache
else
  case ${XDG_STATE_HOME-} in /*) state=$XDG_STATE_HOME/orc ;; *) state=${HOME:-}/.local/state/orc ;; esac
  case ${XDG_CACHE_HOME-} in /*) cache=$XDG_CACHE_HOME/orc ;; *) cache=${HOME:-}/.cache/orc ;; esac
fi
laid_out=$root/client-cli/target/orc
lib=$laid_out/lib

if [ "${1-}" = setup ]; then
  shift
  . "$root/scripts/launcher/setup.sh"
  exit
fi

# --- the JDK: what was found last time, unless something has changed since -----------------------

jdk_known() {
  [ -f "$cache/jdk" ] || return 1
  {
    IFS= read -r known_orc_java && IFS= read -r known_java_home && IFS= read -r java &&
      IFS= read -r jdk_feature && IFS= read -r jdk_id
  } <"$cache/jdk" || return 1
  [ "$known_orc_java" = "${ORC_JAVA-}" ] && [ "$known_java_home" = "${JAVA_HOME-}" ] &&
    [ -x "$java" ] && ! [ "${java%/*}" -nt "$cache/jdk" ] && ! [ /usr/lib/jvm -nt "$cache/jdk" ]
}
offered=
if ! jdk_known; then
  . "$root/scripts/launcher/jdk.sh"
  if [ -z "$java" ]; then
    . "$root/scripts/launcher/offer.sh"
    offered=yes
    . "$root/scripts/launcher/jdk.sh"
    [ -n "$java" ] || fail "a JDK was installed, and none from 17 on is found. Name one as ORC_JAVA"
  fi
fi

# --- the jars: built when a source is newer ------------------------------------------------------

stale() {
  [ -f "$root/pom.xml" ] || return 1
  [ -f "$laid_out/built" ] || return 0
  [ -n "$(find "$root/pom.xml" "$root"/*/pom.xml "$root"/*/src/main -newer "$laid_out/built")" ]
}
if stale; then
  [ -n "$offered" ] || . "$root/scripts/launcher/offer.sh"
  . "$root/scripts/launcher/build.sh"
elif [ -n "$said_yes" ] && [ -z "$offered" ]; then
  . "$root/scripts/launcher/offer.sh"
fi

if [ "${1-}" = worker ] && [ "${2-}" = run ] && [ "${3-}" != --help ] && [ "${3-}" != -h ]; then
  shift 2
  . "$root/scripts/launcher/worker.sh"
  exit
fi

case ${1-}/${2-} in
  agents/check | agents/record) local_main=dev.orc.activities.agent.check.AgentsMain ;;
  key/*) local_main=dev.orc.worker.seal.KeyMain ;;
  database/*) local_main=dev.orc.worker.temporal.DatabaseMain ;;
  config/check) local_main=dev.orc.activities.plan.config.ConfigMain ;;
  *) local_main= ;;
esac
case " $* " in
  *" --help "* | *" -h "*) local_main= ;;
esac
if [ -n "$local_main" ]; then
  shift
  . "$root/scripts/launcher/local.sh"
fi

# --- the command ---------------------------------------------------------------------------------

archive=$laid_out/archive/cli-$jdk_id
class_path=
usable=$archive
for jar in "$lib"/cli/*.jar; do
  class_path=$class_path${class_path:+:}$jar
  [ "$archive" -nt "$jar" ] || usable=
done
if [ -z "$usable" ]; then
  . "$root/scripts/launcher/archive.sh"
elif [ "$jdk_feature" -ge 25 ]; then
  set -- "-XX:AOTCache=$archive" -cp "$class_path" dev.orc.cli.Main "$@"
else
  set -- "-XX:SharedArchiveFile=$archive" -cp "$class_path" dev.orc.cli.Main "$@"
fi
if [ -t 0 ]; then set -- -Dorc.terminal.in=true "$@"; fi
if [ -t 1 ]; then set -- -Dorc.terminal.out=true "$@"; fi

# Java reads its arguments by the locale; the program's own children get the old one back.
ORC_LC_ALL=${LC_ALL-}
LC_ALL=C.UTF-8
export ORC_LC_ALL LC_ALL
# Native accessors: JDKs from 18 on would spin a class for every record component that is read.
exec "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable \
  -Djdk.reflect.useNativeAccessorOnly=true "$@"
