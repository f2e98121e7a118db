package org.huimages.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a Tomcat holds on to, looked at from outside and after a garbage collection.
///
/// @param classLoaders of applications
/// @param classes that are loaded now
/// @param applications bytes of metaspace that those class loaders hold
/// @param metaspace bytes in use; grows without a leak too, by the profiles of methods that become hot
/// @param threads of the process
/// @param files that are open: no sockets, and no JARs that are there, as Tomcat opens and closes these as it likes
/// @param libraries files mapped that are a libvips
/// @param heap bytes in use
/// @param resident bytes of the process in memory
record Footprint(
        long classLoaders,
        long classes,
        long applications,
        long metaspace,
        long threads,
        long files,
        long libraries,
        long heap,
        long resident) {
    private static final String LOADER = "org\\.apache\\.catalina\\.loader\\.ParallelWebappClassLoader";
    private static final Pattern LOADERS = Pattern.compile("(\\d+) +\\d+ +" + LOADER);
    private static final Pattern LOADED_BYTES = Pattern.compile(" (\\d+) +" + LOADER);
    private static final Pattern LOADED = Pattern.compile("java\\.cls\\.loadedClasses=(\\d+)");
    private static final Pattern UNLOADED = Pattern.compile("java\\.cls\\.unloadedClasses=(\\d+)");
    private static final Pattern METASPACE = Pattern.compile("sun\\.gc\\.metaspace\\.used=(\\d+)");
    private static final Pattern HEAP = Pattern.compile(" heap .*?used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");

    static Footprint of(StockTomcat tomcat) throws IOException {
        jcmd(tomcat, "GC.run");
        String instances = jcmd(tomcat, "GC.class_histogram"); // collects garbage too
        String counters = jcmd(tomcat, "PerfCounter.print");
        String status = Files.readString(Path.of("/proc/" + tomcat.pid() + "/status"));
        return new Footprint(
                number(LOADERS, instances),
                number(LOADED, counters) - number(UNLOADED, counters),
                sum(LOADED_BYTES, jcmd(tomcat, "VM.classloader_stats")),
                number(METASPACE, counters),
                number(THREADS, status),
                files(tomcat).size(),
                tomcat.mapped("libvips").size(),
                number(HEAP, jcmd(tomcat, "GC.heap_info")) * 1024,
                number(RESIDENT, status) * 1024);
    }

    /// Names of threads that are neither the JVM's nor Tomcat's.
    static List<String> threadsOfOurs(StockTomcat tomcat) {
        return jcmd(tomcat, "Thread.print")
                .lines()
                .filter(line -> line.matches("\".*#\\d+.*"))
                .map(line -> line.substring(1, line.indexOf('"', 1)))
                .filter(name ->
                        name.matches("(?i).*(huimages|render|h2|mvstore|hikari|trash|avif|idle-connection|sdk).*"))
                .toList();
    }

    private static TreeSet<String> files(StockTomcat tomcat) throws IOException {
        TreeSet<String> open = new TreeSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + tomcat.pid() + "/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                String target = target(descriptor);
                if (!target.isEmpty() && !target.startsWith("socket:") && !target.endsWith(".jar")) {
                    open.add(descriptor.getFileName() + " " + target);
                }
            }
        }
        return open;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static String jcmd(StockTomcat tomcat, String command) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin/jcmd").toString(),
                            Long.toString(tomcat.pid()),
                            command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " is not in\n" + text);
        }
        return Long.parseLong(matcher.group(1));
    }

    private static long sum(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .mapToLong(result -> Long.parseLong(result.group(1)))
                .sum();
    }
}
