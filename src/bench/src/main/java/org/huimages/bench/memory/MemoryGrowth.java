package org.huimages.bench.memory;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huimages.bench.measure.Malloc;
import org.huimages.bench.picture.Pictures;
import org.huimages.bench.settings.BenchSettings;

/// Makes many renditions in a fresh JVM, with glibc's malloc as it comes, as the server sets it, and as the server uses
/// it, and with jemalloc where Debian's is there, and tells how the process grows.
public final class MemoryGrowth {
    static final List<Integer> BASELINE = List.of(2, 4, 8, 12, 18);
    static final List<Integer> PROGRESSIVE = List.of(2, 8, 18);

    private static final Path JEMALLOC = Path.of("/usr/lib/x86_64-linux-gnu/libjemalloc.so.2");

    /// Whether only what the server does is to be tried.
    private static final String AS_SERVER = "huimages.bench.server-only";

    private MemoryGrowth() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        BenchSettings settings = BenchSettings.read();
        BASELINE.forEach(megapixels -> Pictures.baseline(settings.made(), megapixels));
        PROGRESSIVE.forEach(megapixels -> Pictures.progressive(settings.made(), megapixels));
        if (Boolean.getBoolean(AS_SERVER)) {
            run("as the server", Malloc.SERVER, true);
            return;
        }
        run("plain glibc", Malloc.PLAIN, false);
        run("malloc as setenv.sh has it", Malloc.SERVER, false);
        run("the same, and given back when at rest: as the server", Malloc.SERVER, true);
        if (Files.exists(JEMALLOC)) {
            run("jemalloc", Map.of("LD_PRELOAD", JEMALLOC.toString()), false);
        }
    }

    private static void run(String title, Map<String, String> malloc, boolean release)
            throws IOException, InterruptedException {
        System.out.println("\n" + title);
        ProcessBuilder child = new ProcessBuilder(command(release)).inheritIO();
        Malloc.apply(malloc, child.environment());
        if (child.start().waitFor() != 0) {
            throw new IllegalStateException(title + ": failed");
        }
    }

    private static List<String> command(boolean release) {
        List<String> given = ManagementFactory.getRuntimeMXBean().getInputArguments();
        return Stream.of(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xmx256m",
                                "-Xms256m",
                                "-XX:+AlwaysPreTouch",
                                "-D" + ManyRenditions.RELEASE + "=" + release),
                        given,
                        List.of("-cp", System.getProperty("java.class.path"), ManyRenditions.class.getName()))
                .flatMap(List::stream)
                .toList();
    }
}
