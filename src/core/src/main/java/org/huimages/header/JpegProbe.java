package org.huimages.header;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.huimages.header.ImageHeader.Colour;
import org.huimages.header.ImageHeader.Trait;
import org.huimages.url.ImageFormat;

/// Walks the marker segments of a JPEG file up to the start of its first scan (ITU-T T.81, annex B).
final class JpegProbe {
    private static final int TEM = 0x01;
    private static final int SOF0 = 0xC0;
    private static final int RST0 = 0xD0;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final String PROFILE = "ICC_PROFILE\0";

    /// A profile and a preview of the largest size take some hundred.
    static final int MOST_SEGMENTS = 10_000;

    private final FileBytes bytes;
    private Orientation orientation = Orientation.UPRIGHT;
    private boolean profiled;
    private int frameMarker;
    private long frame;

    JpegProbe(FileBytes bytes) {
        this.bytes = bytes;
    }

    ImageHeader probe() throws IOException {
        int segments = 0;
        long position = 2;
        int marker = markerAt(position);
        while (marker != SOS && marker != EOI) {
            if (++segments > MOST_SEGMENTS) {
                throw HeaderProbe.damaged("more segments than a picture has").exception();
            }
            position = segment(marker, afterFill(position));
            marker = markerAt(position);
        }
        if (frame == 0) {
            throw HeaderProbe.damaged("no frame before its pixels").exception();
        }
        return header(position);
    }

    /// Notes what the segment tells. `position` is that of its length; returns where the next marker begins.
    private long segment(int marker, long position) throws IOException {
        if (marker == TEM || (marker >= RST0 && marker <= SOI)) {
            return position;
        }
        int length = bytes.unsignedShort(position);
        if (length < 2) {
            throw HeaderProbe.damaged("a segment of impossible length").exception();
        }
        note(marker, position + 2, length - 2);
        return position + length;
    }

    private void note(int marker, long position, int length) throws IOException {
        switch (marker) {
            case APP1 -> ExifOrientation.find(bytes.upTo(position, length)).ifPresent(found -> orientation = found);
            case APP2 -> noteProfile(position, length);
            default -> noteFrame(marker, position, length);
        }
    }

    /// The first part of a profile holds its name; the number of the part stands behind the mark.
    private void noteProfile(long position, int length) throws IOException {
        if (startsWith(position, length, PROFILE)) {
            int mark = PROFILE.length() + 2;
            boolean first = bytes.unsignedByte(position + PROFILE.length()) == 1;
            profiled |= first && !IccDescription.isSrgb(bytes.upTo(position + mark, Math.max(0, length - mark)));
        }
    }

    private void noteFrame(int marker, long position, int length) {
        if (isFrame(marker) && length >= 6 && frame == 0) {
            frame = position;
            frameMarker = marker;
        }
    }

    private ImageHeader header(long firstScan) throws IOException {
        int height = bytes.unsignedShort(frame + 1);
        int width = bytes.unsignedShort(frame + 3);
        int components = bytes.unsignedByte(frame + 5);
        long scan = afterFill(firstScan);
        boolean inScans = isProgressive() || bytes.unsignedByte(scan + 2) < components;
        return new ImageHeader(
                ImageFormat.JPEG,
                HeaderProbe.dimensions(width, height),
                orientation,
                colour(components),
                inScans ? Set.of(Trait.PROGRESSIVE) : Set.of(),
                inScans ? new JpegScans(bytes).count(scan - 2) : 1);
    }

    private Colour colour(int components) {
        return components == 4 ? Colour.CMYK : profiled ? Colour.PROFILED : Colour.PLAIN;
    }

    private boolean isProgressive() {
        return (frameMarker & 0x03) == 0x02;
    }

    /// SOF0 to SOF15 without DHT (C4), JPG (C8) and DAC (CC), which lie between them.
    private static boolean isFrame(int marker) {
        return marker >= SOF0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /// A code below SOF0 is reserved or, as 00, none at all. Decoders pass over the latter and look on byte by
    /// byte, and so would see another picture than we do.
    private int markerAt(long position) throws IOException {
        if (bytes.unsignedByte(position) != 0xFF) {
            throw HeaderProbe.damaged("no marker where one has to be").exception();
        }
        int marker = bytes.unsignedByte(afterFill(position) - 1);
        if (marker < SOF0 && marker != TEM) {
            throw HeaderProbe.damaged("no marker where one has to be").exception();
        }
        return marker;
    }

    /// Past the marker that begins at `position`: any number of fill bytes FF, then its code.
    private long afterFill(long position) throws IOException {
        long code = position + 1;
        while (bytes.unsignedByte(code) == 0xFF) {
            code++;
        }
        return code + 1;
    }

    private boolean startsWith(long position, int length, String text) throws IOException {
        byte[] start = bytes.upTo(position, Math.min(length, text.length()));
        return new String(start, StandardCharsets.ISO_8859_1).equals(text);
    }
}
