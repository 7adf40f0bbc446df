#!/bin/sh
# Tells orc of an event of an agent program: appends one JSON line to the agent's spool file.
# usage: hook.sh EVENT [JSON]      without JSON it is read from standard input
# It never prints, for what a hook prints may become part of a conversation, and never fails.
exec >/dev/null 2>&1
[ -n "$ORC_SPOOL" ] || exit 0
umask 077
LC_ALL=C
export LC_ALL

event=$1
case $event in
  '' | *[!A-Za-z0-9_.-]*) event=unknown ;;
esac
incarnation=$ORC_INCARNATION
case $incarnation in
  '' | *[!0-9]*) incarnation=0 ;;
esac
at=$(date +%s.%N)
case $at in
  *[!0-9.]*) at=$(date +%s) ;;
esac

if [ $# -gt 1 ]; then
  data=$(printf '%s' "$2" | tr -d '\r\n')
elif [ -t 0 ]; then
  data=
else
  data=$(tr -d '\r\n')
fi
[ -n "$data" ] || data=null

# The status line comes often and only its last one counts: for the end of a usage limit.
status=${ORC_SPOOL%.jsonl}.status
if [ "$event" = StatusLine ]; then
  printf '%s' "$data" >"$status.$$" && mv "$status.$$" "$status"
  exit 0
fi
if [ "$event" = StopFailure ] && [ -s "$status" ]; then
  case $data in
    '{}') ;;
    '{'*) data="{\"status\":$(tr -d '\r\n' <"$status"),${data#?}" ;;
  esac
fi

line() {
  printf '{"event":"%s","incarnation":%s,"at":%s,"data":%s}\n' "$event" "$incarnation" "$at" "$data"
}

# A shell writes a short line at once; a long one goes through a file, so that it is one write too.
if [ ${#data} -lt 3000 ]; then
  line >>"$ORC_SPOOL"
else
  file=$(mktemp "${TMPDIR:-/tmp}/orc-hook.XXXXXX") || exit 0
  trap 'rm -f "$file"' EXIT
  line >"$file"
  dd if="$file" bs=$((${#data} + 200)) count=1 >>"$ORC_SPOOL"
fi
exit 0
