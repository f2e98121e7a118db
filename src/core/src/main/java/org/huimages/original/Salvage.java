package org.huimages.original;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.huimages.url.ImageId;

/// A folder for bytes that are in a store under an ID that is not theirs: perhaps they are the best there is left.
/// Nothing in it is ever overwritten.
public record Salvage(Path folder) {
    private static final String UNFINISHED = ".new";

    /// Keeps a copy of the file: `ID`, or `ID-2` if other bytes lie there.
    ///
    /// @return its name
    public String keep(ImageId id, Path file) throws IOException {
        Files.createDirectories(folder);
        for (int number = 1; ; number++) {
            Path target = folder.resolve(number == 1 ? id.text() : id.text() + "-" + number);
            if (!Files.exists(target)) {
                Path unfinished = folder.resolve(id.text() + UNFINISHED);
                Files.copy(file, unfinished, StandardCopyOption.REPLACE_EXISTING);
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
                return target.getFileName().toString();
            }
            if (Files.mismatch(target, file) < 0) {
                return target.getFileName().toString();
            }
        }
    }
}
