# shellcheck shell=sh disable=SC2154
# Read by ./orc when there is no archive of loaded classes for this JDK and these jars: has one made
# in the background by a training run, and lets the command start without it meanwhile.

archive_make() {
  mkdir -p "$laid_out/archive" 2>/dev/null && [ -w "$laid_out/archive" ] || return 0
  making=$archive.making
  if ! mkdir "$making" 2>/dev/null; then
    # Somebody makes it, or has failed to: tried again once the jars are newer than the attempt.
    [ "$lib/cli/orc-client-cli.jar" -nt "$making" ] || return 0
    touch "$making"
  fi
  if [ "$archive" -nt "$lib/cli/orc-client-cli.jar" ]; then
    rmdir "$making"
    return 0
  fi
  if [ "$jdk_feature" -ge 25 ]; then
    how=-XX:AOTCacheOutput=$archive.new
  else
    how=-XX:ArchiveClassesAtExit=$archive.new
  fi
  if "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable "$how" \
    -Djdk.reflect.useNativeAccessorOnly=true -cp "$class_path" dev.orc.cli.Training && [ -s "$archive.new" ]; then
    mv -f "$archive.new" "$archive"
    rmdir "$making"
  fi
}

(LC_ALL=C.UTF-8 archive_make) </dev/null >/dev/null 2>&1 &
set -- -cp "$class_path" dev.orc.cli.Main "$@"
