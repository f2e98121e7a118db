package org.huimages.testkit.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A file in the making. Numbers are big endian unless their method says otherwise.
public final class Bytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public Bytes one(int value) {
        bytes.write(value);
        return this;
    }

    public Bytes two(int value) {
        return one(value >> 8).one(value);
    }

    public Bytes four(long value) {
        return two((int) (value >> 16)).two((int) value);
    }

    public Bytes littleTwo(int value) {
        return one(value).one(value >> 8);
    }

    public Bytes littleThree(int value) {
        return littleTwo(value).one(value >> 16);
    }

    public Bytes littleFour(long value) {
        return littleTwo((int) value).littleTwo((int) (value >> 16));
    }

    public Bytes text(String latin) {
        return raw(latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Bytes raw(byte[] part) {
        bytes.writeBytes(part);
        return this;
    }

    public Bytes zeros(int count) {
        return raw(new byte[count]);
    }

    public Bytes repeat(int times, byte[] part) {
        for (int i = 0; i < times; i++) {
            bytes.writeBytes(part);
        }
        return this;
    }

    public int size() {
        return bytes.size();
    }

    public byte[] get() {
        return bytes.toByteArray();
    }
}
