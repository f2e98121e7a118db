package org.huimages.testkit.hostile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Builds AVIF files box by box (ISO/IEC 14496-12 and 23008-12). Items are numbered from 1, and the first is the
/// picture; properties are numbered from 1 too.
public final class HeifBoxes {
    private final String brand;
    private final List<Item> items = new ArrayList<>();
    private final List<byte[]> properties = new ArrayList<>();
    private final Bytes references = new Bytes();

    private record Item(String type, Bytes content, List<Integer> properties) {}

    public HeifBoxes(String brand) {
        this.brand = brand;
    }

    public static byte[] box(String type, byte[]... contents) {
        Bytes content = new Bytes();
        for (byte[] part : contents) {
            content.raw(part);
        }
        return new Bytes()
                .four(8L + content.size())
                .text(type)
                .raw(content.get())
                .get();
    }

    static byte[] full(String type, int version, byte[]... contents) {
        Bytes content = new Bytes().one(version).zeros(3);
        for (byte[] part : contents) {
            content.raw(part);
        }
        return box(type, content.get());
    }

    /// The dimensions of an item.
    public static byte[] extent(long width, long height) {
        return full("ispe", 0, new Bytes().four(width).four(height).get());
    }

    /// @param turns by 90 degrees, anticlockwise
    static byte[] rotation(int turns) {
        return box("irot", new Bytes().one(turns).get());
    }

    public HeifBoxes property(byte[] box) {
        properties.add(box);
        return this;
    }

    public HeifBoxes item(String type, byte[] content, int... itsProperties) {
        items.add(new Item(
                type,
                new Bytes().raw(content),
                Arrays.stream(itsProperties).boxed().toList()));
        return this;
    }

    HeifBoxes reference(String type, int from, int times, int to) {
        Bytes content = new Bytes().two(from).two(times);
        for (int i = 0; i < times; i++) {
            content.two(to);
        }
        references.raw(box(type, content.get()));
        return this;
    }

    public byte[] get() {
        return new Bytes().raw(fileType()).raw(meta(new byte[0])).get();
    }

    /// The same with these boxes in the description of the file, before all others.
    byte[] getWith(byte[] boxes) {
        return new Bytes().raw(fileType()).raw(meta(boxes)).get();
    }

    byte[] fileType() {
        return box(
                "ftyp",
                new Bytes().text(brand).zeros(4).text("mif1miaf").text(brand).get());
    }

    private byte[] meta(byte[] first) {
        byte[] handler =
                full("hdlr", 0, new Bytes().zeros(4).text("pict").zeros(13).get());
        byte[] primary = full("pitm", 0, new Bytes().two(1).get());
        return full("meta", 0, handler, first, primary, locations(), infos(), associated(), referred(), contents());
    }

    private byte[] locations() {
        Bytes bytes = new Bytes().two(0x4400).two(items.size());
        int offset = 0;
        for (int i = 0; i < items.size(); i++) {
            int length = items.get(i).content.size();
            bytes.two(i + 1).two(1).two(0).two(1).four(offset).four(length);
            offset += length;
        }
        return full("iloc", 1, bytes.get());
    }

    private byte[] infos() {
        Bytes bytes = new Bytes().two(items.size());
        for (int i = 0; i < items.size(); i++) {
            bytes.raw(full(
                    "infe",
                    2,
                    new Bytes().two(i + 1).two(0).text(items.get(i).type).one(0).get()));
        }
        return full("iinf", 0, bytes.get());
    }

    private byte[] associated() {
        Bytes bytes = new Bytes().four(items.size());
        for (int i = 0; i < items.size(); i++) {
            List<Integer> own = items.get(i).properties;
            bytes.two(i + 1).one(own.size());
            own.forEach(bytes::one);
        }
        return box("iprp", box("ipco", properties.toArray(byte[][]::new)), full("ipma", 0, bytes.get()));
    }

    private byte[] referred() {
        return references.size() == 0 ? new byte[0] : full("iref", 0, references.get());
    }

    private byte[] contents() {
        Bytes bytes = new Bytes();
        items.forEach(item -> bytes.raw(item.content.get()));
        return box("idat", bytes.get());
    }
}
