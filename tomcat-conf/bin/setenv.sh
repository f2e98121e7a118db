#!/bin/sh
# Read by Tomcat's bin/catalina.sh before it starts Java. What is set already in the environment wins.

# libvips works outside the Java heap. With two malloc arenas the process stays small; without them glibc keeps what the
# largest picture once needed, once for each thread. Buffers up to 1 MB stay in these, up to 4 MB unused at their end,
# for the next picture: asking the system for each of them anew is up to a tenth of what a picture costs. When there is
# nothing to do huImages gives everything back itself.
: "${MALLOC_ARENA_MAX:=2}"
: "${MALLOC_MMAP_THRESHOLD_:=1048576}"
: "${MALLOC_TRIM_THRESHOLD_:=4194304}"
export MALLOC_ARENA_MAX MALLOC_MMAP_THRESHOLD_ MALLOC_TRIM_THRESHOLD_

# The Java heap needs no more than this: pixels never come into it. Half of it is for what is new, which is nearly all:
# so few requests have to wait for a collection. (catalina.sh adds --enable-native-access itself.)
case " $JAVA_OPTS $CATALINA_OPTS " in
  *" -Xmx"* | *" -XX:MaxRAMPercentage="* | *" -XX:MaxHeapSize="*) ;;
  *) CATALINA_OPTS="-Xmx256m -Xmn128m $CATALINA_OPTS" ;;
esac

# Java keeps the classes that it has loaded when it ends, which takes it a second, and the next start takes a sixth less
# time. A damaged file it does not take; one that is no such file at all it would leave there for ever. When the disk is
# full at its end it says so, and exits with 1.
mkdir -p "$CATALINA_BASE/work" 2>/dev/null || :
classes=$CATALINA_BASE/work/classes.jsa
if [ -f "$classes" ] && [ "$(od -A n -t x1 -N 4 "$classes" | tr -d ' ')" != a8ba0bf0 ]; then
  rm -f "$classes"
fi
java_home=${JRE_HOME:-${JAVA_HOME:-}}
if [ -z "$java_home" ]; then
  java_home=$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")
fi
case " $JAVA_OPTS $CATALINA_OPTS " in
  *" -XX:SharedArchiveFile="* | *" -Xshare:"* | *" -XX:AOT"*) ;;
  *)
    if [ -d "$CATALINA_BASE/work" ] && [ -w "$CATALINA_BASE/work" ] &&
      grep -qE '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$java_home/release" 2>/dev/null; then
      CATALINA_OPTS="-XX:+AutoCreateSharedArchive -XX:SharedArchiveFile=\"$classes\" $CATALINA_OPTS"
      CATALINA_OPTS="-XX:+VerifySharedSpaces -Xlog:cds=off -Xlog:cds+dynamic=off $CATALINA_OPTS"
    fi
    ;;
esac

# Files are made readable for Tomcat's group (0027 is Tomcat's default): put the user of the front proxy into that
# group, or set 0022 in the environment, so that it can read HUIMAGES_CACHE.
: "${UMASK:=0027}"
