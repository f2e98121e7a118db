package org.huimages.testkit.hostile;

import org.huimages.testkit.JpegSegments;

/// Builds JPEG files of scans that hold no pixels: decoders take what is missing for gray, and work all the same
/// (ITU-T T.81, annexes B and G).
final class JpegScansMaker {
    static final int BASELINE = 0xC0;
    static final int PROGRESSIVE = 0xC2;
    private static final int DHT = 0xC4;
    private static final int SOS = 0xDA;
    private static final int DQT = 0xDB;
    private static final int DC_TABLE = 0x00;
    private static final int AC_TABLE = 0x10;

    private JpegScansMaker() {}

    /// Start, tables and frame.
    static byte[] start(int frameMarker, int width, int height, int components) {
        return new Bytes()
                .two(0xFFD8)
                .raw(JpegSegments.segment(
                        DQT, new Bytes().one(0).repeat(64, new byte[] {1}).get()))
                .raw(frame(frameMarker, width, height, components))
                .raw(table(DC_TABLE))
                .raw(table(AC_TABLE))
                .get();
    }

    static byte[] frame(int marker, int width, int height, int components) {
        Bytes frame = new Bytes().one(8).two(height).two(width).one(components);
        for (int component = 1; component <= components; component++) {
            frame.one(component).one(0x11).one(0);
        }
        return JpegSegments.segment(marker, frame.get());
    }

    /// A Huffman table of one code, 0, for the symbol 0: no difference, or the end of a block.
    private static byte[] table(int number) {
        return JpegSegments.segment(
                DHT, new Bytes().one(number).one(1).zeros(15).one(0).get());
    }

    /// The first look at the coarsest part of these components.
    static byte[] coarse(int components) {
        return scan(1, components, 0, 0, 0);
    }

    /// The pixels of these components, whole.
    static byte[] all(int components) {
        return scan(1, components, 0, 63, 0);
    }

    /// The pixels of one component, whole.
    static byte[] whole(int component) {
        return scan(component, 1, 0, 63, 0);
    }

    /// The same part of one component once more.
    static byte[] fine(int component) {
        return scan(component, 1, 1, 63, 0);
    }

    private static byte[] scan(int first, int components, int from, int to, int bits) {
        Bytes scan = new Bytes().one(components);
        for (int component = first; component < first + components; component++) {
            scan.one(component).one(0);
        }
        return new Bytes()
                .raw(JpegSegments.segment(SOS, scan.one(from).one(to).one(bits).get()))
                .one(0)
                .get();
    }

    static byte[] end() {
        return new Bytes().two(0xFFD9).get();
    }
}
