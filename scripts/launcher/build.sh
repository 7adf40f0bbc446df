# shellcheck shell=sh disable=SC2154
# Read by ./orc when a source is newer than the jars: builds, once however many commands wait.

build_lock=$root/target/orc-build.lock
build_log=$root/target/orc-build.log

# Takes the lock, or waits until whoever holds it is done or dead.
build_lock_take() {
  mkdir -p "$root/target" 2>/dev/null || :
  # Whoever can not write there would wait for a lock that nobody holds.
  [ -w "$root/target" ] ||
    fail "the sources are newer than what was built, and you can not write $root/target. Have its owner build: $root/orc version"
  nameless=0
  until mkdir "$build_lock" 2>/dev/null; do
    holder=$(cat "$build_lock/pid" 2>/dev/null || :)
    [ -n "$holder" ] || nameless=$((nameless + 1))
    if [ "$nameless" -gt 5 ] || { [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; }; then
      rm -rf "$build_lock"
      nameless=0
    else
      sleep 1
    fi
  done
  echo $$ >"$build_lock/pid"
}

# Maven's words into the log, and a line for each module and each hundred files that it fetches.
build_told() {
  fetched=0
  while IFS= read -r line; do
    printf '%s\n' "$line"
    case $line in
      *'[INFO] Building orc'*'['*/*']'*)
        module=${line#*Building }
        step=${module##*[}
        echo "orc:   ${module%% *} (${step%]})" >&2
        ;;
      *'[INFO] Downloaded from '*)
        fetched=$((fetched + 1))
        if [ $((fetched % 100)) = 0 ]; then echo "orc:   $fetched files fetched" >&2; fi
        ;;
    esac
  done >"$build_log"
}

build() {
  command -v mvn >/dev/null || fail "Maven is needed to build and is not there. Install it: $root/orc setup"
  echo "orc: building (this is done once, and again after the sources change) ..." >&2
  # Whatever is edited while Maven runs is newer than this, and is built next time.
  : >"$root/target/orc-build.started"
  # The told end of the pipe has no word about Maven's end: a file has.
  rm -f "$root/target/orc-build.ok"
  { (cd "$root" && JAVA_HOME=${java%/bin/java} mvn -B -Dfast -Dmaven.test.skip=true package) 2>&1 </dev/null &&
    : >"$root/target/orc-build.ok"; } | build_told
  if [ ! -f "$root/target/orc-build.ok" ]; then
    rm -rf "$build_lock"
    fail "the build failed. See $build_log"
  fi
  mkdir -p "$laid_out"
  touch -r "$root/target/orc-build.started" "$laid_out/built"
}

trap 'rm -rf "$build_lock"; exit 130' INT TERM HUP
build_lock_take
if stale; then
  build
fi
rm -rf "$build_lock"
trap - INT TERM HUP
