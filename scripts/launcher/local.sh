# shellcheck shell=sh disable=SC2154
# Read by ./orc for what reads drivers, the configuration or keys: the command line can not see them, and no
# worker is needed. $local_main is the class that does it.

class_path=
for jar in "$lib"/worker/*.jar; do
  class_path=$class_path${class_path:+:}$jar
done
case $(locale charmap 2>/dev/null || :) in
  UTF-8) ;;
  *)
    LC_ALL=C.UTF-8
    export LC_ALL
    ;;
esac
exec "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xshare:auto \
  -Dlogback.configurationFile=dev/orc/worker/logback-server.xml -cp "$class_path" "$local_main" "$@"
