package org.huimages.archive;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import org.huimages.file.DurableFile;
import org.huimages.url.ImageId;

/// An archive: `entries.txt`, originals as in a data folder (`originals/AB/ABC...01`), and, once it is complete,
/// `archive.properties`.
record ArchiveFolder(Path path) {
    private static final String DONE = "archive.properties";
    private static final String FORMAT = "format";
    private static final String VERSION = "1";
    private static final String ENTRIES = "entries";
    private static final int SHARD = 2;

    Path entries() {
        return path.resolve("entries.txt");
    }

    Path original(ImageId id) {
        return shard(id).resolve(id.text());
    }

    private Path shard(ImageId id) {
        return path.resolve("originals").resolve(id.text().substring(0, SHARD));
    }

    /// Where an original is while it is written: in a folder that is there.
    Path unfinished(ImageId id) throws IOException {
        return Files.createDirectories(shard(id)).resolve(id + ".new");
    }

    void complete(long entries) throws IOException {
        Properties properties = new Properties();
        properties.setProperty(FORMAT, VERSION);
        properties.setProperty(ENTRIES, Long.toString(entries));
        DurableFile.write(path, DONE, properties);
    }

    /// How many entries there are; empty if it is not complete, or of another format.
    OptionalLong size() throws IOException {
        if (!Files.exists(path.resolve(DONE))) {
            return OptionalLong.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path.resolve(DONE))) {
            properties.load(reader);
        }
        return Optional.ofNullable(properties.getProperty(ENTRIES))
                .filter(number -> VERSION.equals(properties.getProperty(FORMAT)) && number.matches("[0-9]{1,18}"))
                .map(number -> OptionalLong.of(Long.parseLong(number)))
                .orElseGet(OptionalLong::empty);
    }
}
