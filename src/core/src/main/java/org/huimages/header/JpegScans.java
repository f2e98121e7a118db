package org.huimages.header;

import java.io.IOException;

/// Counts the scans of a JPEG file that has more than one, as every progressive one does, and a baseline one whose
/// first scan does not hold all components: a decoder goes through the whole picture once for each of them, and a
/// small file can hold thousands.
final class JpegScans {
    private static final int SOS = 0xDA;
    private static final int EOI = 0xD9;
    private static final int CHUNK = 64 * 1024;

    private final FileBytes bytes;
    private final byte[] chunk = new byte[CHUNK];

    JpegScans(FileBytes bytes) {
        this.bytes = bytes;
    }

    /// A decoder may keep each segment that lies between the scans, and fifty bytes more.
    ///
    /// @param start position of the first SOS marker
    int count(long start) throws IOException {
        int scans = 0;
        int segments = 0;
        long position = start;
        while (position >= 0) {
            if (++segments > JpegProbe.MOST_SEGMENTS) {
                throw HeaderProbe.damaged("more segments than a picture has").exception();
            }
            int marker = bytes.unsignedByte(position + 1);
            if (marker == EOI) {
                return scans;
            }
            scans += marker == SOS ? 1 : 0;
            position = nextMarker(pastSegment(position));
        }
        return scans;
    }

    private long pastSegment(long marker) throws IOException {
        return bytes.has(marker + 2, 2) ? marker + 2 + bytes.unsignedShort(marker + 2) : Long.MAX_VALUE - CHUNK;
    }

    /// Where the next marker begins that ends the pixels' data, or -1 at the end of the file. In that data FF is
    /// followed by 0 or by the number of a restart.
    private long nextMarker(long start) throws IOException {
        return isMarkerAt(start) ? start : search(start);
    }

    /// As it is behind most segments.
    private boolean isMarkerAt(long position) throws IOException {
        return bytes.has(position, 2)
                && bytes.unsignedByte(position) == 0xFF
                && isMarker(bytes.unsignedByte(position + 1));
    }

    private long search(long start) throws IOException {
        long position = start;
        int length = bytes.read(position, chunk);
        while (length > 1) {
            for (int i = 0; i < length - 1; i++) {
                if (chunk[i] == (byte) 0xFF && isMarker(chunk[i + 1] & 0xFF)) {
                    return position + i;
                }
            }
            position += length - 1;
            length = bytes.read(position, chunk);
        }
        return -1;
    }

    private static boolean isMarker(int code) {
        return code >= 0xC0 && code != 0xFF && (code < 0xD0 || code > 0xD7);
    }
}
