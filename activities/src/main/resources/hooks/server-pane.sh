#!/bin/sh
# The pane of an agent whose program is a server with a terminal program attached to it.
# usage: server-pane.sh FOLDER COUNT SERVER… ATTACH…
# COUNT words are the server's command line, the rest is the terminal program's; the conversation's
# id, a line that comes by the pipe FOLDER/conversation, is added to it. Both end when either does.
umask 077
folder=$1
count=$2
shift 2
# Opened for both, the pipe waits for nobody.
exec 4<>"$folder/conversation"

# The first COUNT words, run in the place of this shell.
serve() {
  rest=$(($# - count))
  done=0
  while [ "$done" -lt "$count" ]; do
    set -- "$@" "$1"
    shift
    done=$((done + 1))
  done
  shift "$rest"
  exec "$@" 4<&-
}

# Sees to the server, and says when it has ended. Servers that several agents start for the first time
# at the same moment can stumble over each other's files: one that ends at once gets a second try.
guard() {
  ended=
  trap 'ended=yes; kill "$server" 2>/dev/null' HUP TERM
  for try in first second; do
    echo "the $try try" >>"$folder/server.log"
    (serve "$@") </dev/null >>"$folder/server.log" 2>&1 &
    server=$!
    echo "$server" >"$folder/server.pid"
    while kill -0 "$server" 2>/dev/null; do
      wait "$server"
    done
    if [ -n "$ended" ] || [ -e "$folder/attached" ] || [ -e "$folder/closing" ]; then
      break
    fi
  done
  : >"$folder/over"
  echo >&4
  if [ -e "$folder/attached" ]; then
    kill "$$"
  fi
}

# Ends the server when the pane's own process has ended, in whatever way: nobody but that process holds
# the pipe open for writing, and a terminal that is gone sends no signal to those behind it.
watch() {
  trap '' HUP TERM
  read -r nothing <"$folder/alive"
  : >"$folder/closing"
  kill "$(cat "$folder/server.pid")"
  sleep 3
  kill -9 "$(cat "$folder/server.pid")"
}

rm -f "$folder/alive"
mkfifo "$folder/alive"
watch 4<&- 2>/dev/null &
guard "$@" &
exec 5>"$folder/alive"
read -r conversation <&4
if [ -n "$conversation" ]; then
  : >"$folder/attached"
fi
if [ -z "$conversation" ] || [ -e "$folder/over" ]; then
  tail -n 20 "$folder/server.log"
  exit 1
fi
shift "$count"
# The server reads its token from the file; only the terminal program gets it so, or the agent's own
# commands would find it in their environment.
if [ -r "$folder/token" ]; then
  ORC_CHANNEL_TOKEN=$(cat "$folder/token")
  export ORC_CHANNEL_TOKEN
fi
exec "$@" "$conversation" 4<&-
