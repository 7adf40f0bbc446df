# shellcheck shell=sh disable=SC2154
# Read by worker.sh: lets the worker start from an archive of the classes that it loads, and has one
# made where there is none. The first worker writes down what it loads; the archive is made of that
# in the background, for the next start.

archive=$laid_out/archive/worker-$jdk_id
# Long enough for the first project to be started, so that its classes are on the list too.
archive_patience=${ORC_ARCHIVE_PATIENCE:-30}

archive_make() {
  sleep "$archive_patience"
  sed -n 's/^\([^ ]*\) source: .*/\1/p' "$archive.loaded" |
    grep -v -e / -e Lambda -e Proxy | tr . / >"$archive.classes"
  # shellcheck disable=SC2086
  nice "$java" $module_flags -XX:+UseSerialGC -Xlog:disable -Xshare:dump -cp "$class_path" \
    -XX:SharedClassListFile="$archive.classes" -XX:SharedArchiveFile="$archive.new" &&
    mv -f "$archive.new" "$archive"
  rm -f "$archive.loaded" "$archive.classes" "$archive.new"
  rmdir "$archive.making"
}

usable=$archive
for jar in "$lib"/worker/*.jar; do
  [ "$archive" -nt "$jar" ] || usable=
done
if [ -n "$usable" ]; then
  set -- -XX:SharedArchiveFile="$archive" -Xlog:disable "$@"
elif mkdir -p "$laid_out/archive" 2>/dev/null && {
  # One that an earlier worker's end has left unfinished is taken up once the jars are newer.
  mkdir "$archive.making" 2>/dev/null || [ "$lib/worker/orc-worker.jar" -nt "$archive.making" ]
}; then
  touch "$archive.making"
  set -- -Xlog:class+load=info:file=\""$archive.loaded"\":none "$@"
  (archive_make) </dev/null >/dev/null 2>&1 &
fi
