package org.huimages.testkit.hostile;

import static org.huimages.testkit.hostile.HostileFile.either;
import static org.huimages.testkit.hostile.HostileFile.taken;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huimages.testkit.JpegSegments;
import org.huimages.testkit.PictureMaker;

/// Colour profiles: too long, in the wrong order, of tables that nobody can hold.
final class HostileProfiles {
    private static final int APP2 = 0xE2;
    private static final int LONGEST_PART = 65_519;

    private HostileProfiles() {}

    static Stream<HostileFile> all() {
        return Stream.concat(parts(), contents().flatMap(HostileProfiles::inEveryFormat));
    }

    private record Profile(String name, Supplier<byte[]> content) {}

    private static Stream<Profile> contents() {
        byte[] rgb = ProfileMaker.rgb();
        return Stream.of(
                new Profile("that-is-sound", () -> rgb),
                new Profile("of-garbage", () -> garbage(10_000)),
                new Profile("of-16-MB", () -> Arrays.copyOf(rgb, 16_000_000)),
                new Profile("of-one-byte", () -> new byte[1]),
                new Profile("of-zeros", () -> new byte[1000]),
                new Profile("broken-off", () -> Arrays.copyOf(rgb, rgb.length / 2)),
                new Profile("of-4-billion-tags", () -> rgbOnly().get(0xFFFF_FFFFL)),
                new Profile("of-357-million-tags", () -> rgbOnly().get(0x1555_5555L)),
                new Profile("of-100-tags-that-are-one", () -> many(100)),
                new Profile("of-a-table-of-500-MB", () -> TableProfiles.plain("RGB ", 3, 15, 255)),
                new Profile("of-a-table-in-parts-of-500-MB", () -> TableProfiles.inParts("RGB ", 3, 15, 255)),
                new Profile("of-a-float-table-of-500-MB", () -> TableProfiles.floats("RGB ", 3, 7, 255)),
                new Profile("of-a-table-of-4-GB", () -> TableProfiles.plain("CMYK", 4, 3, 255)),
                new Profile("of-fifteen-dimensions", () -> TableProfiles.plain("FCLR", 15, 15, 2)),
                new Profile("of-curves-without-end", () -> curve(0xFFFF_FFFFL)),
                new Profile("of-a-curve-of-100-million", () -> curve(100_000_000)),
                new Profile(
                        "for-gray",
                        () -> new ProfileMaker("mntr", "GRAY")
                                .tag("wtpt", ProfileMaker.xyz(1, 1, 1))
                                .tag("kTRC", ProfileMaker.gamma())
                                .get()),
                new Profile("that-links-devices", () -> new ProfileMaker("link", "RGB ").get()));
    }

    private static ProfileMaker rgbOnly() {
        return new ProfileMaker("mntr", "RGB ");
    }

    private static byte[] garbage(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] many(int tags) {
        ProfileMaker maker = rgbOnly();
        for (int tag = 0; tag < tags; tag++) {
            maker.tag("A2B0", ProfileMaker.gamma());
        }
        return maker.get();
    }

    private static byte[] curve(long points) {
        byte[] curve = new Bytes().text("curv").four(0).four(points).zeros(1000).get();
        return rgbOnly()
                .tag("wtpt", ProfileMaker.xyz(0xF6D6, 0x10000, 0xD32D))
                .tag("rXYZ", ProfileMaker.xyz(0x6299, 0xB785, 0x18DA))
                .tag("gXYZ", ProfileMaker.xyz(0x6FA2, 0x38F5, 0x0390))
                .tag("bXYZ", ProfileMaker.xyz(0x24A0, 0x0F84, 0xB6CF))
                .tag("rTRC", curve)
                .tag("gTRC", curve)
                .tag("bTRC", curve)
                .get();
    }

    private static Stream<HostileFile> inEveryFormat(Profile profile) {
        return Stream.of(
                either("jpeg-profile-" + profile.name, () -> jpeg(profile.content.get())),
                either("png-profile-" + profile.name, () -> png(profile.content.get())),
                either("webp-profile-" + profile.name, () -> webp(profile.content.get())),
                either("avif-profile-" + profile.name, () -> avif(profile.content.get())));
    }

    private static byte[] small() {
        return PictureMaker.jpeg(PictureMaker.photo(64, 48, 1));
    }

    private static byte[] jpeg(byte[] profile) {
        int parts = (profile.length + LONGEST_PART - 1) / LONGEST_PART;
        Bytes segments = new Bytes();
        for (int part = 0; part < parts; part++) {
            int from = part * LONGEST_PART;
            int to = Math.min(from + LONGEST_PART, profile.length);
            segments.raw(part(part + 1, parts, Arrays.copyOfRange(profile, from, to)));
        }
        return JpegSegments.insert(small(), segments.get());
    }

    private static byte[] inks(byte[] profile) {
        byte[] picture = new Bytes()
                .raw(JpegScansMaker.start(JpegScansMaker.BASELINE, 64, 48, 4))
                .raw(JpegScansMaker.all(4))
                .raw(JpegScansMaker.end())
                .get();
        return profile.length == 0 ? picture : JpegSegments.insert(picture, part(1, 1, profile));
    }

    static byte[] part(int number, int of, byte[] content) {
        return JpegSegments.segment(
                APP2,
                new Bytes()
                        .text("ICC_PROFILE\0")
                        .one(number)
                        .one(of)
                        .raw(content)
                        .get());
    }

    private static byte[] png(byte[] profile) {
        byte[] picture = PictureMaker.png(PictureMaker.photo(64, 48, 1));
        return PngChunks.insert(picture, PngChunks.profile(Deflated.of(profile)));
    }

    private static byte[] webp(byte[] profile) {
        return RiffChunks.webp(
                RiffChunks.extended(RiffChunks.HAS_PROFILE, 64, 48),
                RiffChunks.chunk("ICCP", profile),
                RiffChunks.black(64, 48));
    }

    private static byte[] avif(byte[] profile) {
        return new HeifBoxes("avif")
                .property(HeifBoxes.extent(16, 16))
                .property(Av1Sample.configuration())
                .property(HeifBoxes.box(
                        "colr", new Bytes().text("prof").raw(profile).get()))
                .item("av01", Av1Sample.picture(), 1, 2, 3)
                .get();
    }

    private static Stream<HostileFile> parts() {
        byte[] rgb = ProfileMaker.rgb();
        return Stream.of(
                taken("jpeg-profile-in-one-part", () -> JpegSegments.insert(small(), part(1, 1, rgb))),
                either("jpeg-of-four-inks", () -> inks(new byte[0])),
                either(
                        "jpeg-of-four-inks-profile-of-a-table-of-490-MB",
                        () -> inks(TableProfiles.plain("CMYK", 4, 3, 95))),
                either(
                        "jpeg-of-four-inks-profile-of-a-table-in-parts-of-490-MB",
                        () -> inks(TableProfiles.inParts("CMYK", 4, 3, 95))),
                either("jpeg-profile-part-2-of-1", () -> JpegSegments.insert(small(), part(2, 1, rgb))),
                either("jpeg-profile-part-0-of-0", () -> JpegSegments.insert(small(), part(0, 0, rgb))),
                either("jpeg-profile-part-1-of-255", () -> JpegSegments.insert(small(), part(1, 255, rgb))),
                either(
                        "jpeg-profile-9000-times-part-255",
                        () -> JpegSegments.insert(
                                small(),
                                new Bytes().repeat(9000, part(255, 255, rgb)).get())));
    }
}
