#!/bin/sh
# Read by Tomcat's bin/catalina.sh before it starts Java. What is set already in the environment wins.

# libvips works outside the Java heap. Two malloc arenas, and memory given back early, keep the process small;
# without them glibc keeps what the largest picture once needed, once for each thread.
: "${MALLOC_ARENA_MAX:=2}"
: "${MALLOC_TRIM_THRESHOLD_:=131072}"
export MALLOC_ARENA_MAX MALLOC_TRIM_THRESHOLD_

# The Java heap needs no more than this: pixels never come into it. (catalina.sh adds --enable-native-access itself.)
case " $JAVA_OPTS $CATALINA_OPTS " in
  *" -Xmx"* | *" -XX:MaxRAMPercentage="* | *" -XX:MaxHeapSize="*) ;;
  *) CATALINA_OPTS="-Xmx256m $CATALINA_OPTS" ;;
esac

# Files are made readable for Tomcat's group (0027 is Tomcat's default): put the user of the front proxy into that
# group, or set 0022 in the environment, so that it can read HUIMAGES_CACHE.
: "${UMASK:=0027}"
