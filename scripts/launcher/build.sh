# shellcheck shell=sh disable=SC2154
# Read by ./orc when a source is newer than the jars: builds, once however many commands wait.

build_lock=$root/target/orc-build.lock
build_log=$root/target/orc-build.log

# Takes the lock, or waits until whoever holds it is done or dead.
build_lock_take() {
  mkdir -p "$root/target"
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

build() {
  command -v mvn >/dev/null || fail "Maven is needed to build and is not there. Install it: $root/orc setup"
  echo "orc: building (this is done once, and again after the sources change) ..." >&2
  # Whatever is edited while Maven runs is newer than this, and is built next time.
  : >"$root/target/orc-build.started"
  if ! (cd "$root" && JAVA_HOME=${java%/bin/java} mvn -q -B -Dfast -Dmaven.test.skip=true package) \
    >"$build_log" 2>&1 </dev/null; then
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
