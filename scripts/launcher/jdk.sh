# shellcheck shell=sh disable=SC2154
# Read by ./orc: looks for the newest JDK from 17 on, sets java, jdk_feature and jdk_id, and keeps
# them in the cache folder; leaves java empty where there is none. ORC_JAVA, a JDK's folder or its bin/java,
# is taken without looking.

oldest=17
newest_tried=25

# Every place where a JDK may be, one a line.
jdk_places() {
  [ -z "${JAVA_HOME-}" ] || printf '%s\n' "$JAVA_HOME"
  on_path=$(command -v javac || command -v java || :)
  if [ -n "$on_path" ]; then
    while [ -h "$on_path" ]; do
      link=$(readlink "$on_path")
      case $link in /*) on_path=$link ;; *) on_path=${on_path%/*}/$link ;; esac
    done
    on_path=${on_path%/*}
    printf '%s\n' "${on_path%/*}"
  fi
  for place in ${ORC_JDK_FOLDERS:-/usr/lib/jvm /usr/java /opt/java}; do
    printf '%s\n' "$place"/*
  done
  if [ -z "${ORC_JDK_FOLDERS-}" ]; then
    printf '%s\n' /Library/Java/JavaVirtualMachines/*/Contents/Home \
      /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
      "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*
  fi
}

# What a JDK says of itself: its runtime version, as 17.0.15+6; empty when it says nothing.
jdk_version() {
  version=
  if [ -r "$1/release" ]; then
    while IFS='=' read -r key value; do
      case $key in
        JAVA_RUNTIME_VERSION) version=$value ;;
        JAVA_VERSION) version=${version:-$value} ;;
      esac
    done <"$1/release"
  else
    version=$("$1/bin/java" -XshowSettings:properties -version 2>&1 |
      sed -n 's/^ *java.runtime.version = //p')
  fi
  version=${version#\"}
  printf '%s' "${version%\"}"
}

# The feature release of a version: 17 of 17.0.15+6, 8 of 1.8.0_452.
jdk_feature_of() {
  feature=${1#1.}
  feature=${feature%%[!0-9]*}
  printf '%s' "${feature:-0}"
}

jdk_take() {
  java=$1/bin/java
  jdk_feature=$2
  jdk_id=$2-$(printf '%s %s' "$1" "$3" | cksum | cut -d' ' -f1)
}

jdk_best() {
  best=0
  places=$(jdk_places)
  while IFS= read -r place; do
    [ -x "$place/bin/java" ] || continue
    # Building needs the compiler; jars that are there run on any Java.
    [ -x "$place/bin/javac" ] || [ ! -f "$root/pom.xml" ] || continue
    version=$(jdk_version "$place")
    feature=$(jdk_feature_of "$version")
    [ "$feature" -ge "$oldest" ] || continue
    rank=$feature
    [ "$feature" -le "$newest_tried" ] || rank=1
    if [ "$rank" -gt "$best" ]; then
      best=$rank
      jdk_take "$place" "$feature" "$version"
    fi
  done <<END
$places
END
  [ "$best" -gt 0 ]
}

if [ -n "${ORC_JAVA-}" ]; then
  place=${ORC_JAVA%/bin/java}
  [ -x "$place/bin/java" ] || fail "ORC_JAVA '$ORC_JAVA' is no JDK. Name its folder, or unset it" 1
  version=$(jdk_version "$place")
  feature=$(jdk_feature_of "$version")
  [ "$feature" -ge "$oldest" ] ||
    fail "ORC_JAVA '$ORC_JAVA' is Java $feature, too old. Name a JDK $oldest or newer" 1
  jdk_take "$place" "$feature" "$version"
elif ! jdk_best; then
  # The caller offers to install one.
  java=
  return 0
fi

mkdir -p "$cache" || fail "$cache cannot be made. Make its parent writable, or set ORC_HOME"
{
  printf '%s\n' "${ORC_JAVA-}" "${JAVA_HOME-}" "$java" "$jdk_feature" "$jdk_id"
} >"$cache/jdk.$$"
mv -f "$cache/jdk.$$" "$cache/jdk"
