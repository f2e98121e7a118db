package org.huimages.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Keeps the pictures that tests make for the eye, if the system property `huimages.golden.keep` names a
/// folder.
public final class GoldenFolder {
    private static final String KEEP = System.getProperty("huimages.golden.keep", "");

    private GoldenFolder() {}

    public static void keep(String name, byte[] file) {
        if (!KEEP.isEmpty()) {
            try {
                Files.write(Files.createDirectories(Path.of(KEEP)).resolve(name), file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
