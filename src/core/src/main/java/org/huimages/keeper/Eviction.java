package org.huimages.keeper;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Makes room: samples, removes those unused for longest, and again.
final class Eviction {
    private static final System.Logger LOG = System.getLogger(Eviction.class.getName());

    private final CacheTree tree;
    private final Ledger ledger;
    private final Sampler sampler;

    Eviction(CacheTree tree, Ledger ledger, Sampler sampler) {
        this.tree = tree;
        this.ledger = ledger;
        this.sampler = sampler;
    }

    /// @param goal how much is to be freed
    /// @param rounds how many samples may be taken at most, each worth some eight files
    /// @return how much was freed: more than wanted by what the last sample had, or less if there was nothing more
    Use evict(Use goal, int rounds) {
        List<Path> prefixes = sampler.prefixes();
        Use freed = Use.NONE;
        for (int round = 0; round < rounds && !freed.covers(goal); round++) {
            Use more = sampler.choose(prefixes).stream().map(this::remove).reduce(Use.NONE, Use::plus);
            if (more.equals(Use.NONE) || Thread.currentThread().isInterrupted()) {
                return freed.plus(more);
            }
            freed = freed.plus(more);
        }
        return freed;
    }

    private Use remove(Victim victim) {
        int prefix = Prefixes.of(CacheTree.name(victim.folder()));
        Use freed = Use.NONE;
        ledger.begin(prefix);
        try {
            for (CacheFile file : victim.files()) {
                freed = freed.plus(remove(file.path()) ? new Use(file.bytes(), 1) : Use.NONE);
            }
            freed = freed.plus(victim.alone() ? removeFolder(victim.folder()) : Use.NONE);
            return freed;
        } finally {
            ledger.end(prefix, Use.NONE.minus(freed));
        }
    }

    private static boolean remove(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.WARNING, "{0} cannot be removed from the cache: {1}", file, failed.toString());
            return false;
        }
    }

    /// Only if it is empty: who puts something there meanwhile makes it again.
    private Use removeFolder(Path folder) {
        long bytes = tree.bytesOfFolder(folder);
        try {
            return Files.deleteIfExists(folder) ? new Use(bytes, 0) : Use.NONE;
        } catch (DirectoryNotEmptyException used) {
            return Use.NONE;
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.WARNING, "{0} cannot be removed: {1}", folder, failed.toString());
            return Use.NONE;
        }
    }
}
