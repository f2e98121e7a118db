package org.huimages.store.couch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Where we are in the changes of a database, kept in a file. If the file is lost, too much is heard, never too
/// little.
///
/// @param source whose changes these are: of another one nothing is known
public record HeardSoFar(Path file, String source) {
    private static final System.Logger LOG = System.getLogger(HeardSoFar.class.getName());
    private static final int LINES = 2;

    public static HeardSoFar in(Path folder, CouchAddress address, CouchNames names) {
        return new HeardSoFar(folder.resolve("couch-changes"), address + names.pictures());
    }

    /// Where to go on.
    ///
    /// @param otherwise if nothing is known
    public String orElse(String otherwise) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            boolean ours = lines.size() == LINES && lines.getFirst().equals(source);
            return ours ? lines.getLast() : otherwise;
        } catch (NoSuchFileException first) {
            return otherwise;
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "{0} cannot be read: {1}", file, unreadable.toString());
            return otherwise;
        }
    }

    public void keep(String since) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.writeString(unfinished, source + "\n" + since + "\n", StandardCharsets.UTF_8);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.WARNING, "{0} cannot be written: {1}", file, failed.toString());
        }
    }
}
