#!/bin/sh
# usage: with-prompt.sh FILE PROGRAM ARGUMENT…
# Becomes the program, with the file's text as its last argument.
file=$1
shift
exec "$@" "$(cat "$file")"
