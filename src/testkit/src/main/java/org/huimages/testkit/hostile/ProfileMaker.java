package org.huimages.testkit.hostile;

import java.util.ArrayList;
import java.util.List;

/// Builds colour profiles (ICC.1:2022).
public final class ProfileMaker {
    private static final int HEADER = 128;
    private static final int ENTRY = 12;

    private final String device;
    private final String colours;
    private final List<String> names = new ArrayList<>();
    private final List<byte[]> contents = new ArrayList<>();

    /// @param device `mntr` for a display, `prtr` for a printer, `link`, ...
    /// @param colours `RGB `, `GRAY`, `CMYK`
    public ProfileMaker(String device, String colours) {
        this.device = device;
        this.colours = colours;
    }

    public ProfileMaker tag(String name, byte[] content) {
        names.add(name);
        contents.add(content);
        return this;
    }

    /// The colours of sRGB with a plain curve, under a name that does not tell.
    public static byte[] rgb() {
        return new ProfileMaker("mntr", "RGB ")
                .tag("desc", text("plain"))
                .tag("wtpt", xyz(0xF6D6, 0x10000, 0xD32D))
                .tag("rXYZ", xyz(0x6299, 0xB785, 0x18DA))
                .tag("gXYZ", xyz(0x6FA2, 0x38F5, 0x0390))
                .tag("bXYZ", xyz(0x24A0, 0x0F84, 0xB6CF))
                .tag("rTRC", gamma())
                .tag("gTRC", gamma())
                .tag("bTRC", gamma())
                .get();
    }

    static byte[] text(String latin) {
        return new Bytes()
                .text("desc")
                .four(0)
                .four(latin.length() + 1L)
                .text(latin)
                .zeros(1 + 78)
                .get();
    }

    static byte[] xyz(int x, int y, int z) {
        return new Bytes().text("XYZ ").four(0).four(x).four(y).four(z).get();
    }

    static byte[] gamma() {
        return new Bytes().text("curv").four(0).four(1).two(0x0233).zeros(2).get();
    }

    public byte[] get() {
        return get(names.size());
    }

    /// The same, claiming another number of tags.
    byte[] get(long claimedTags) {
        Bytes table = new Bytes().four(claimedTags);
        Bytes data = new Bytes();
        int start = HEADER + 4 + ENTRY * names.size();
        for (int tag = 0; tag < names.size(); tag++) {
            table.text(names.get(tag)).four(start + data.size()).four(contents.get(tag).length);
            data.raw(contents.get(tag)).zeros(-contents.get(tag).length & 3);
        }
        return new Bytes()
                .raw(header((long) start + data.size()))
                .raw(table.get())
                .raw(data.get())
                .get();
    }

    private byte[] header(long length) {
        return new Bytes()
                .four(length)
                .zeros(4)
                .four(0x0240_0000)
                .text(device)
                .text(colours)
                .text("XYZ ")
                .zeros(12)
                .text("acsp")
                .zeros(HEADER - 40)
                .get();
    }
}
