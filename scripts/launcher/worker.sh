# shellcheck shell=sh disable=SC2154
# Read by ./orc for `orc worker run`: starts the worker in this process, or with --keep watches over
# it and starts it again when it dies otherwise than by its own will.

keep=
if [ "${1-}" = --keep ]; then
  keep=yes
  shift
fi

class_path=
for jar in "$lib"/worker/*.jar; do
  class_path=$class_path${class_path:+:}$jar
done
# The quick compiler alone: a worker waits more than it works, and half the time went into compiling.
set -- -Xms64m -Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -XX:+ExitOnOutOfMemoryError \
  -cp "$class_path" dev.orc.worker.WorkerMain "$@"
# Plain words; the archive has to be made with the same ones.
module_flags=
if [ "$jdk_feature" -ge 24 ]; then
  module_flags='--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow'
fi
# shellcheck disable=SC2086
set -- $module_flags "$@"
# File names are read by the locale: one that knows them all, unless the person's own does.
case $(locale charmap 2>/dev/null || :) in
  UTF-8) ;;
  *)
    LC_ALL=C.UTF-8
    export LC_ALL
    ;;
esac

start_worker() {
  . "$root/scripts/launcher/worker-archive.sh"
  exec "$java" "$@"
}

[ -n "$keep" ] || start_worker "$@"

mkdir -p "$state"
keeper_file=$state/keeper.pid
# One keeper a host: of two that start at the same instant the second leaves the first one's file.
tries=3
until (set -C && echo $$ >"$keeper_file") 2>/dev/null; do
  other=$(cat "$keeper_file" 2>/dev/null || :)
  case $(ps -o args= -p "${other:-0}" 2>/dev/null || :) in
    *" worker run --keep"*) fail "a keeper of this host runs already (pid $other)" 5 ;;
  esac
  rm -f "$keeper_file" 2>/dev/null || :
  tries=$((tries - 1))
  [ "$tries" -gt 0 ] || fail "$keeper_file cannot be written. Make room there, or see its permissions"
done
keeper_ends() {
  [ "$(cat "$keeper_file" 2>/dev/null || :)" != $$ ] || rm -f "$keeper_file"
  exit "$1"
}
worker=
# Asked to end, the keeper passes it on and waits for the worker's own orderly end.
stop_worker() {
  trap '' TERM INT HUP
  [ -z "$worker" ] || kill "$worker" 2>/dev/null || :
  [ -z "$worker" ] || wait "$worker" || :
  keeper_ends 0
}
trap stop_worker TERM INT
trap '' HUP

pause=0
while :; do
  started=$(date +%s)
  (start_worker "$@") &
  worker=$!
  ended=0
  wait "$worker" || ended=$?
  worker=
  case $ended in
    0 | 2 | 5 | 130 | 143) # Its own will, wrong arguments, a second worker, or a person's signal.
      keeper_ends "$ended"
      ;;
  esac
  # Who lived for a while had come up: only deaths at the start are waited out.
  if [ $(($(date +%s) - started)) -ge 5 ]; then pause=0; fi
  echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) the worker ended with $ended; starting it again in $pause s" >&2
  if [ "$pause" -gt 0 ]; then
    sleep "$pause" &
    wait $! || :
  fi
  pause=$((pause == 0 ? 1 : pause * 2))
  if [ "$pause" -gt 30 ]; then pause=30; fi
done
