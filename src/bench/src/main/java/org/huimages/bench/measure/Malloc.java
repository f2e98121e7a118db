package org.huimages.bench.measure;

import java.util.Map;
import org.huimages.testkit.ChildJvm;

/// How glibc's malloc is told to behave, by environment variables.
public final class Malloc {
    /// As glibc comes.
    public static final Map<String, String> PLAIN = Map.of();

    /// As `tomcat-conf/bin/setenv.sh` has it.
    public static final Map<String, String> SERVER = ChildJvm.AS_IN_TOMCAT;

    private Malloc() {}

    /// Sets these in the environment of a child, and none of the others that may be set here.
    public static void apply(Map<String, String> malloc, Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("MALLOC_"));
        environment.putAll(malloc);
    }
}
