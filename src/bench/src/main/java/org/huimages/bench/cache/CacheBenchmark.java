package org.huimages.bench.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huimages.bench.settings.BenchSettings;
import org.huimages.file.Leftovers;

/// The cache's keeper, without a server.
public final class CacheBenchmark {
    /// Where it is the choice that counts, not the disk.
    private static final Path MEMORY = Path.of("/dev/shm");

    private CacheBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path memory = Files.createTempDirectory(MEMORY, "huimages-bench");
        try {
            new ZipfMix(memory).run();
        } finally {
            Leftovers.removeTree(memory);
        }
        Path folder = BenchSettings.read().work().resolve("cache");
        Leftovers.removeTree(folder);
        Files.createDirectories(folder);
        try {
            new ManyFiles(folder, Integer.getInteger("huimages.bench.files", 1_000_000)).run();
        } finally {
            Leftovers.removeTree(folder);
        }
    }
}
