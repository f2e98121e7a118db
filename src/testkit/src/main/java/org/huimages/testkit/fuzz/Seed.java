package org.huimages.testkit.fuzz;

import java.util.Arrays;
import org.huimages.testkit.hostile.HostileFile;
import org.huimages.testkit.hostile.HostileFile.Fate;

/// A small file that is sound, to start from.
public final class Seed {
    private final String name;
    private final byte[] bytes;

    /// @param name `png-palette`: the format, then what is special
    public Seed(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    public String name() {
        return name;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    /// As it is, which has to be taken.
    public HostileFile whole() {
        return new HostileFile(name, Fate.TAKEN, this::bytes);
    }

    /// Broken off behind `length` bytes.
    public HostileFile cutAt(int length) {
        return new HostileFile(name + "-cut-at-" + length, Fate.EITHER, () -> Arrays.copyOf(bytes, length));
    }

    /// With some bits of one byte turned round.
    ///
    /// @param bits those to be turned, from 1 to 255
    public HostileFile flippedAt(int position, int bits) {
        return new HostileFile(
                name + "-flipped-at-" + position + "-by-" + bits, Fate.EITHER, () -> flipped(position, bits));
    }

    private byte[] flipped(int position, int bits) {
        byte[] changed = bytes();
        changed[position] ^= (byte) bits;
        return changed;
    }

    @Override
    public String toString() {
        return name;
    }
}
