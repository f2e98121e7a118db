package org.huimages.testkit.hostile;

import static org.huimages.testkit.hostile.HostileFile.either;
import static org.huimages.testkit.hostile.HostileFile.refused;
import static org.huimages.testkit.hostile.HostileFile.taken;

import java.util.Arrays;
import java.util.stream.Stream;

/// AVIF that is put together from parts: more of them, or larger ones, than what they show; parts of themselves;
/// pictures that are turned again and again.
final class HostileItems {
    private static final int WIDE = 1;
    private static final byte[] ALPHA = HeifBoxes.full(
            "auxC",
            0,
            new Bytes()
                    .text("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha")
                    .one(0)
                    .get());

    private HostileItems() {}

    static Stream<HostileFile> all() {
        return Stream.of(grids(), others(), companions(), turned()).flatMap(part -> part);
    }

    private static Stream<HostileFile> grids() {
        return Stream.of(
                taken("avif-grid-of-2x2", () -> grid(2, 32, 32, 16)),
                taken("avif-grid-of-10x10", () -> grid(10, 160, 160, 16)),
                refused("avif-grid-of-255x255-tiles", () -> grid(255, 4080, 4080, 16)),
                refused("avif-grid-of-65500x65500-that-says-32x32", () -> grid(2, 65_500, 32, 16)),
                refused("avif-grid-of-65500x65500", () -> grid(255, 65_500, 65_500, 16)),
                refused("avif-grid-of-10000x10000-of-one-small-tile", () -> grid(1, 10_000, 10_000, 16)),
                refused("avif-grid-of-tiles-of-10000x10000", () -> grid(2, 32, 32, 10_000)),
                refused("avif-grid-of-256-tiles-each-as-large-as-all", () -> grid(16, 10_000, 10_000, 10_000)),
                refused("avif-grid-of-itself", () -> derived("grid", gridOf(2, 32), 32, 16, 4, 1)));
    }

    /// @param tiles in a row, and rows
    /// @param edge of the grid, as the grid says
    /// @param saidEdge of the grid, as its property says
    private static byte[] grid(int tiles, int edge, int saidEdge, int tileEdge) {
        return derived("grid", gridOf(tiles, edge), saidEdge, tileEdge, tiles * tiles, 2);
    }

    private static byte[] gridOf(int tiles, int edge) {
        return new Bytes()
                .one(0)
                .one(WIDE)
                .one(tiles - 1)
                .one(tiles - 1)
                .four(edge)
                .four(edge)
                .get();
    }

    private static byte[] derived(String type, byte[] content, int edge, int partEdge, int times, int of) {
        return new HeifBoxes("avif")
                .property(HeifBoxes.extent(edge, edge))
                .property(HeifBoxes.extent(partEdge, partEdge))
                .property(Av1Sample.configuration())
                .item(type, content, 1)
                .item("av01", Av1Sample.claiming(partEdge, partEdge), 2, 3)
                .reference("dimg", 1, times, of)
                .get();
    }

    private static Stream<HostileFile> others() {
        return Stream.of(
                either("avif-identity", () -> derived("iden", new byte[0], 16, 16, 1, 2)),
                refused("avif-identity-of-itself", () -> derived("iden", new byte[0], 16, 16, 1, 1)),
                refused("avif-identity-of-16384x16384", () -> derived("iden", new byte[0], 16, 16_384, 1, 2)),
                refused("avif-overlay-of-itself", () -> derived("iovl", overlay(4), 16, 16, 4, 1)),
                refused("avif-overlay-of-65535-pictures", () -> derived("iovl", overlay(65_535), 16, 16, 65_535, 2)),
                refused("avif-overlay-of-200-large-ones", () -> derived("iovl", overlay(200), 16, 10_000, 200, 2)),
                refused("avif-grid-of-grids-of-grids", HostileItems::gridsOfGrids));
    }

    private static byte[] overlay(int pictures) {
        return new Bytes().zeros(10).two(16).two(16).zeros(4 * pictures).get();
    }

    private static byte[] gridsOfGrids() {
        HeifBoxes boxes =
                new HeifBoxes("avif").property(HeifBoxes.extent(16, 16)).property(Av1Sample.configuration());
        for (int item = 1; item <= 7; item++) {
            boxes.item("grid", gridOf(16, 16), 1).reference("dimg", item, 256, item + 1);
        }
        return boxes.item("av01", Av1Sample.picture(), 1, 2).get();
    }

    private static Stream<HostileFile> companions() {
        return Stream.of(
                either("avif-with-alpha", () -> alpha(16, 3, 2, 4)),
                refused("avif-with-alpha-of-10000x10000", () -> alpha(10_000, 3, 2, 4)),
                refused("avif-with-alpha-of-16384x16384-that-says-no-size", () -> alpha(16_384, 2, 4)),
                refused("avif-that-is-its-own-alpha", () -> own("auxl")),
                either("avif-that-is-its-own-thumbnail", () -> own("thmb")),
                either("avif-that-is-its-own-description", () -> own("cdsc")));
    }

    private static byte[] alpha(int edge, int... properties) {
        return new HeifBoxes("avif")
                .property(HeifBoxes.extent(16, 16))
                .property(Av1Sample.configuration())
                .property(HeifBoxes.extent(edge, edge))
                .property(ALPHA)
                .item("av01", Av1Sample.picture(), 1, 2)
                .item("av01", Av1Sample.claiming(edge, edge), properties)
                .reference("auxl", 2, 1, 1)
                .get();
    }

    private static byte[] own(String reference) {
        return new HeifBoxes("avif")
                .property(HeifBoxes.extent(16, 16))
                .property(Av1Sample.configuration())
                .item("av01", Av1Sample.picture(), 1, 2)
                .reference(reference, 1, 1, 1)
                .get();
    }

    private static Stream<HostileFile> turned() {
        return Stream.of(
                taken("avif-turned-once", () -> turned(1)), refused("avif-turned-250-times", () -> turned(250)));
    }

    private static byte[] turned(int times) {
        int[] properties = new int[2 + times];
        Arrays.fill(properties, 3);
        properties[0] = 1;
        properties[1] = 2;
        return new HeifBoxes("avif")
                .property(HeifBoxes.extent(16, 16))
                .property(Av1Sample.configuration())
                .property(HeifBoxes.rotation(1))
                .item("av01", Av1Sample.picture(), properties)
                .get();
    }
}
