package org.huimages.testkit.hostile;

import static org.huimages.testkit.hostile.HostileFile.either;
import static org.huimages.testkit.hostile.HostileFile.refused;
import static org.huimages.testkit.hostile.HostileFile.taken;

import java.util.Arrays;
import java.util.stream.Stream;

/// AVIF: sizes that nobody can hold, in the boxes and within the coded picture; names and boxes without end.
final class HostileHeifs {
    private static final int MEGABYTES = 16_000_000;

    private HostileHeifs() {}

    static Stream<HostileFile> all() {
        return Stream.of(sizes(), names(), boxes(), descriptions()).flatMap(part -> part);
    }

    private static Stream<HostileFile> sizes() {
        return Stream.of(
                taken("avif-of-16x16", Av1Sample::avif),
                refused("avif-of-65500x65500", () -> single(65_500, 65_500, Av1Sample.picture())),
                refused("avif-of-4294967295x1", () -> single(0xFFFF_FFFFL, 1, Av1Sample.picture())),
                refused("avif-of-no-width", () -> single(0, 16, Av1Sample.picture())),
                refused("avif-of-10000x10000-around-16x16", () -> single(10_000, 10_000, Av1Sample.picture())),
                refused("avif-16x16-around-8192x8192", () -> single(16, 16, Av1Sample.claiming(8192, 8192))),
                refused("avif-16x16-around-65536x65536", () -> single(16, 16, Av1Sample.claiming(65_536, 65_536))),
                refused(
                        "avif-16x16-around-65536x65536-said-late",
                        () -> single(16, 16, Av1Sample.claimingLate(65_536, 65_536))),
                refused("avif-16x16-around-1x65536", () -> single(16, 16, Av1Sample.claiming(1, 65_536))),
                either("avif-of-1x65535", () -> single(1, 65_535, Av1Sample.claiming(1, 65_535))),
                either("avif-of-65535x1", () -> single(65_535, 1, Av1Sample.claiming(65_535, 1))),
                refused("avif-16x16-cut-out-of-16384x16384", HostileHeifs::cutOut),
                refused(
                        "avif-of-10000x10000-and-16x16",
                        () -> new HeifBoxes("avif")
                                .property(HeifBoxes.extent(16_000, 16_000))
                                .property(HeifBoxes.extent(16, 16))
                                .property(Av1Sample.configuration())
                                .item("av01", Av1Sample.claiming(16_000, 16_000), 1, 2, 3)
                                .get()));
    }

    static byte[] single(long width, long height, byte[] picture) {
        return new HeifBoxes("avif")
                .property(HeifBoxes.extent(width, height))
                .property(Av1Sample.configuration())
                .item("av01", picture, 1, 2)
                .get();
    }

    private static byte[] cutOut() {
        Bytes sixteen = new Bytes()
                .four(16)
                .four(1)
                .four(16)
                .four(1)
                .four(0)
                .four(1)
                .four(0)
                .four(1);
        return new HeifBoxes("avif")
                .property(HeifBoxes.extent(16_384, 16_384))
                .property(Av1Sample.configuration())
                .property(HeifBoxes.box("clap", sixteen.get()))
                .item("av01", Av1Sample.claiming(16_384, 16_384), 1, 2, 3)
                .get();
    }

    /// Decoders take them in letter by letter.
    private static Stream<HostileFile> names() {
        return Stream.of(
                refused(
                        "avif-property-with-a-name-of-16-MB",
                        () -> new HeifBoxes("avif")
                                .property(HeifBoxes.extent(16, 16))
                                .property(Av1Sample.configuration())
                                .property(HeifBoxes.full("udes", 0, name()))
                                .item("av01", Av1Sample.picture(), 1, 2, 3)
                                .get()),
                refused("avif-with-a-second-name-of-16-MB", () -> small().getWith(HeifBoxes.full("hdlr", 0, name()))));
    }

    private static byte[] name() {
        byte[] name = new byte[MEGABYTES];
        Arrays.fill(name, (byte) 'n');
        name[MEGABYTES - 1] = 0;
        return name;
    }

    private static Stream<HostileFile> boxes() {
        byte[] empty = HeifBoxes.box("free");
        return Stream.of(
                refused("avif-of-10000-nested-boxes", () -> small().getWith(nested(10_000))),
                refused(
                        "avif-of-a-million-empty-boxes",
                        () -> small().getWith(
                                        new Bytes().repeat(1_000_000, empty).get())),
                refused(
                        "avif-of-a-million-empty-boxes-outside",
                        () -> new Bytes()
                                .raw(small().fileType())
                                .repeat(1_000_000, empty)
                                .raw(description(small()))
                                .get()),
                refused("avif-of-8-million-properties", HostileHeifs::manyProperties),
                refused("avif-of-10-million-associations", HostileHeifs::manyAssociations));
    }

    private static HeifBoxes small() {
        return new HeifBoxes("avif")
                .property(HeifBoxes.extent(16, 16))
                .property(Av1Sample.configuration())
                .item("av01", Av1Sample.picture(), 1, 2);
    }

    private static byte[] description(HeifBoxes file) {
        return Arrays.copyOfRange(file.get(), file.fileType().length, file.get().length);
    }

    private static byte[] nested(int levels) {
        Bytes bytes = new Bytes();
        for (int level = levels; level > 0; level--) {
            bytes.four(8L * level).text("iprp");
        }
        return bytes.get();
    }

    private static byte[] manyProperties() {
        byte[] container = HeifBoxes.box(
                "ipco", new Bytes().repeat(9_000, HeifBoxes.box("free")).get());
        return small().getWith(
                        HeifBoxes.box("iprp", new Bytes().repeat(880, container).get()));
    }

    private static byte[] manyAssociations() {
        Bytes boxes = new Bytes();
        for (int box = 0; box < 1_100; box++) {
            Bytes content = new Bytes().four(9_000);
            for (int item = 0; item < 9_000; item++) {
                content.four(100 + box * 9_000L + item).one(0);
            }
            boxes.raw(HeifBoxes.full("ipma", 1, content.get()));
        }
        return small().getWith(HeifBoxes.box("iprp", boxes.get()));
    }

    private static Stream<HostileFile> descriptions() {
        byte[] large = single(2000, 2000, Av1Sample.claiming(2000, 2000));
        return Stream.of(
                refused("avif-of-nothing", () -> small().fileType()),
                refused(
                        "avif-described-twice",
                        () -> new Bytes().raw(large).raw(description(small())).get()),
                refused(
                        "avif-with-a-box-of-no-length",
                        () -> new Bytes()
                                .raw(small().fileType())
                                .four(0)
                                .text("meta")
                                .get()),
                refused(
                        "avif-with-a-box-of-2-to-the-63",
                        () -> new Bytes()
                                .raw(small().fileType())
                                .four(1)
                                .text("meta")
                                .four(0x7FFF_FFFFL)
                                .four(0xFFFF_FFFFL)
                                .get()),
                either(
                        "avif-with-something-behind-it",
                        () -> new Bytes()
                                .raw(small().get())
                                .four(3)
                                .text("trailer of a telephone")
                                .get()));
    }
}
