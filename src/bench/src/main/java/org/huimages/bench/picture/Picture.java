package org.huimages.bench.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;

/// A JPEG to measure with.
///
/// @param name short, for tables
public record Picture(String name, Path file, ImageHeader header) {

    public static Picture of(Path file) {
        String name = file.getFileName().toString();
        return new Picture(name.substring(0, name.lastIndexOf('.')), file, HeaderProbe.probe(file));
    }

    /// The same picture in another folder.
    public Picture copyTo(Path folder) throws IOException {
        Path copy = folder.resolve(file.getFileName());
        return new Picture(name, Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING), header);
    }
}
