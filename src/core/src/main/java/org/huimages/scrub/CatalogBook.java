package org.huimages.scrub;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Properties;
import org.huimages.file.DurableFile;

/// What this server remembers of its catalog: since when it has been this one, and how many entries it had when
/// all were counted last. A catalog cannot tell itself that it is an empty new one in the place of a full old one.
public final class CatalogBook {
    private static final String CATALOG = "catalog";
    private static final String SINCE = "since";
    private static final String ENTRIES = "entries";

    private final Path file;
    private final Properties said;

    private CatalogBook(Path file, Properties said) {
        this.file = file;
        this.said = said;
    }

    /// Reads the book; begins a new one if it is another catalog's, or there is none.
    ///
    /// @param file in a folder that is there
    /// @param catalog which one it is
    public static CatalogBook open(Path file, String catalog, InstantSource clock) throws IOException {
        CatalogBook book = new CatalogBook(file, read(file));
        if (!catalog.equals(book.said.getProperty(CATALOG)) || book.isDamaged()) {
            book.said.clear();
            book.said.setProperty(CATALOG, catalog);
            book.said.setProperty(SINCE, clock.instant().toString());
            book.said.setProperty(ENTRIES, "0");
            book.write();
        }
        return book;
    }

    private static Properties read(Path file) throws IOException {
        Properties said = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                said.load(reader);
            }
        }
        return said;
    }

    private boolean isDamaged() {
        try {
            return since().isAfter(Instant.MAX) || entries() < 0;
        } catch (DateTimeParseException | NumberFormatException damaged) {
            return true;
        }
    }

    private void write() throws IOException {
        DurableFile.write(file.resolveSibling(""), file.getFileName().toString(), said);
    }

    /// When it was met first.
    synchronized Instant since() {
        return Instant.parse(said.getProperty(SINCE, ""));
    }

    /// How many entries it had last; 0 if they were never counted.
    synchronized long entries() {
        return Long.parseLong(said.getProperty(ENTRIES, ""));
    }

    synchronized void counted(long entries) throws IOException {
        said.setProperty(ENTRIES, Long.toString(entries));
        write();
    }
}
