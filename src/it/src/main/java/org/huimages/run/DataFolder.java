package org.huimages.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder that holds everything worth keeping.
final class DataFolder {
    private DataFolder() {}

    /// Makes it, closed to strangers, where it is missing; one that is there keeps its mode.
    static void prepare(Path data) {
        try {
            PrivateFile.createFolders(data);
        } catch (IOException failure) {
            throw unusable(data, "cannot be made: " + failure);
        }
        if (!Files.isWritable(data)) {
            throw unusable(data, "is not writable");
        }
    }

    private static CannotRun unusable(Path data, String what) {
        return new CannotRun("the data folder %s %s; take another one with -Dhuimages.data=...".formatted(data, what));
    }
}
