package org.huimages.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file of lines that grows with a job. What was written behind the last checkpoint is cut off when the job is taken
/// up again, and written anew. For one thread.
public final class AppendedFile implements AutoCloseable {
    private final FileChannel channel;
    private long length;

    private AppendedFile(FileChannel channel, long length) {
        this.channel = channel;
        this.length = length;
    }

    /// Opens the file, which is made when missing.
    ///
    /// @param length in bytes, at the last checkpoint
    public static AppendedFile open(Path file, long length) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.truncate(length);
            long there = Math.min(length, channel.size());
            channel.position(there);
            return new AppendedFile(channel, there);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    /// @param line without its end
    public void append(String line) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
        int size = bytes.remaining();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            length += size;
        } catch (IOException failed) {
            channel.truncate(length).position(length); // no half a line
            throw failed;
        }
    }

    /// Its length in bytes.
    public long length() {
        return length;
    }

    /// Waits until it is on the disk.
    public void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
