package org.huimages.header;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.huimages.failure.FailureException;

/// Bytes of a file by position, big endian, through a small window: a header is read with one or two system calls.
final class FileBytes {
    private static final int WINDOW = 16 * 1024;

    private final FileChannel channel;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long windowStart;

    private FileBytes(FileChannel channel) {
        this.channel = channel;
    }

    /// What `reader` makes of the header of a file.
    ///
    /// @throws FailureException [org.huimages.failure.Failure.Unprocessable] if the file ends within it
    static <T> T read(Path file, Reader<T> reader) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return reader.read(new FileBytes(channel));
        } catch (EndOfFile end) {
            throw HeaderProbe.damaged("the file ends within its header").exception(end);
        } catch (IOException unreadable) {
            throw FailureException.ofDisk(unreadable);
        }
    }

    /// Reads some bytes.
    @FunctionalInterface
    interface Reader<T> {
        T read(FileBytes bytes) throws IOException;
    }

    int unsignedByte(long position) throws IOException {
        return at(position, 1).get() & 0xff;
    }

    int unsignedShort(long position) throws IOException {
        return at(position, 2).getShort() & 0xffff;
    }

    long unsignedInt(long position) throws IOException {
        return at(position, 4).getInt() & 0xffff_ffffL;
    }

    int littleShort(long position) throws IOException {
        return Short.reverseBytes(at(position, 2).getShort()) & 0xffff;
    }

    int littleThree(long position) throws IOException {
        return littleShort(position) | unsignedByte(position + 2) << 16;
    }

    long littleInt(long position) throws IOException {
        return Integer.reverseBytes(at(position, 4).getInt()) & 0xffff_ffffL;
    }

    /// Whether the file has `count` bytes from `position` on.
    boolean has(long position, long count) throws IOException {
        return position <= channel.size() - count;
    }

    /// `count` bytes from `position` on; fewer only where the file ends.
    byte[] upTo(long position, int count) throws IOException {
        if (count > WINDOW) {
            return read(position, count);
        }
        int offset = show(position, count);
        byte[] bytes = new byte[Math.min(count, window.limit() - offset)];
        window.get(offset, bytes);
        return bytes;
    }

    private ByteBuffer at(long position, int count) throws IOException {
        int offset = show(position, count);
        if (offset + count > window.limit()) {
            throw new EndOfFile();
        }
        return window.position(offset);
    }

    /// Moves the window if need be, and returns where in it `position` is. Past the end of the file it is empty.
    private int show(long position, int count) throws IOException {
        if (position < windowStart || position + count > windowStart + window.limit()) {
            window.clear().put(read(position, WINDOW)).flip();
            windowStart = position;
        }
        return (int) (position - windowStart);
    }

    private byte[] read(long position, int count) throws IOException {
        byte[] bytes = new byte[count];
        return Arrays.copyOf(bytes, read(position, bytes));
    }

    /// Fills `target` from `position` on; returns how many bytes there were before the file ended.
    int read(long position, byte[] target) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(target);
        while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) > 0) {
            // read on
        }
        return bytes.position();
    }

    /// The file ends before what its header promises.
    static final class EndOfFile extends EOFException {
        private static final long serialVersionUID = 1;
    }
}
