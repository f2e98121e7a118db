package org.huimages.file;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;

/// Files that are whole after a crash, in their old form or the new one.
public final class DurableFile {
    private static final String UNFINISHED = ".new";

    private DurableFile() {}

    /// Writes a file, in the place of an older one if there is any. Until it is done there is one more beside it,
    /// `NAME.new`.
    public static void write(Path folder, String name, byte[] content) throws IOException {
        Path unfinished = folder.resolve(name + UNFINISHED);
        Path target = folder.resolve(name);
        Files.write(unfinished, content);
        force(unfinished);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folder);
    }

    /// The same with properties, in UTF-8.
    public static void write(Path folder, String name, Properties content) throws IOException {
        StringWriter text = new StringWriter();
        content.store(text, null);
        write(folder, name, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Waits until the bytes of a file, or the entries of a folder, are on the disk itself: a file just made or renamed
    /// there is found after a crash. Opened for reading only, which will do, since the file may be read-only.
    public static void force(Path fileOrFolder) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
