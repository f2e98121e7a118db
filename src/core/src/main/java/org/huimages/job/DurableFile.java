package org.huimages.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Files that are whole after a crash, in their old form or the new one.
final class DurableFile {
    private static final String UNFINISHED = ".new";

    private DurableFile() {}

    static void write(Path folder, String name, byte[] content) throws IOException {
        Path unfinished = folder.resolve(name + UNFINISHED);
        Path target = folder.resolve(name);
        Files.write(unfinished, content);
        force(unfinished);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folder);
    }

    private static void force(Path fileOrFolder) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
