package org.huimages.testkit.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.huimages.testkit.hostile.Bytes;

/// A way to change a file by chance.
enum Mutation {
    /// Some bits, wherever they are.
    FLIP {
        @Override
        byte[] of(byte[] file, byte[] other, RandomGenerator random) {
            byte[] changed = file.clone();
            for (int times = 1 + random.nextInt(8); times > 0; times--) {
                changed[place(file, random)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            }
            return changed;
        }
    },
    /// A number of one, two or four bytes becomes one at which programs go wrong.
    SET {
        @Override
        byte[] of(byte[] file, byte[] other, RandomGenerator random) {
            int bytes = 1 << random.nextInt(3);
            if (file.length < bytes) {
                return file;
            }
            int place = Math.min(place(file, random), file.length - bytes);
            return with(file, new Field(place, bytes, random.nextBoolean()), VALUES[random.nextInt(VALUES.length)]);
        }
    },
    /// A length becomes another one.
    LENGTH {
        @Override
        byte[] of(byte[] file, byte[] other, RandomGenerator random) {
            List<Field> lengths = Field.lengths(file);
            if (lengths.isEmpty()) {
                return SET.of(file, other, random);
            }
            Field length = lengths.get(random.nextInt(lengths.size()));
            long value = length.get(file);
            long[] near = {value - 1, value + 1, value / 2, value * 2, value - 4, value + 4, file.length};
            return with(file, length, random.nextBoolean() ? near[random.nextInt(near.length)] : random.nextLong());
        }
    },
    DELETE {
        @Override
        byte[] of(byte[] file, byte[] other, RandomGenerator random) {
            int from = place(file, random);
            return joined(Arrays.copyOf(file, from), new byte[0], file, end(file, from, random));
        }
    },
    DUPLICATE {
        @Override
        byte[] of(byte[] file, byte[] other, RandomGenerator random) {
            int from = place(file, random);
            byte[] block = Arrays.copyOfRange(file, from, end(file, from, random));
            byte[] blocks = new Bytes().repeat(1 + random.nextInt(4), block).get();
            return joined(Arrays.copyOf(file, from), blocks, file, from);
        }
    },
    /// Random bytes, or one byte again and again.
    INSERT {
        @Override
        byte[] of(byte[] file, byte[] other, RandomGenerator random) {
            byte[] block = new byte[1 + random.nextInt(LONGEST)];
            if (random.nextBoolean()) {
                random.nextBytes(block);
            } else {
                Arrays.fill(block, (byte) random.nextInt());
            }
            int at = place(file, random);
            return joined(Arrays.copyOf(file, at), block, file, at);
        }
    },
    TRUNCATE {
        @Override
        byte[] of(byte[] file, byte[] other, RandomGenerator random) {
            return Arrays.copyOf(file, random.nextInt(file.length));
        }
    },
    /// The start of this file, the end of another.
    SPLICE {
        @Override
        byte[] of(byte[] file, byte[] other, RandomGenerator random) {
            return joined(Arrays.copyOf(file, place(file, random)), new byte[0], other, place(other, random));
        }
    };

    private static final int LONGEST = 512;

    /// Most of what can go wrong is in the first bytes, most of the bytes are pixels.
    private static final int HEADERS = 700;

    private static final long[] VALUES = {
        0,
        1,
        2,
        3,
        4,
        7,
        8,
        16,
        32,
        63,
        64,
        100,
        127,
        128,
        254,
        255,
        256,
        1000,
        4096,
        10_000,
        0x7FFF,
        0x8000,
        65_500,
        0xFFFE,
        0xFFFF,
        0x10000,
        0x7FFF_FFFF,
        0x8000_0000L,
        0xFFFF_FFFEL,
        0xFFFF_FFFFL
    };

    /// @param file with one byte at least; it is not changed
    /// @param other to take something from, with one byte at least
    abstract byte[] of(byte[] file, byte[] other, RandomGenerator random);

    private static int place(byte[] file, RandomGenerator random) {
        return random.nextInt(random.nextBoolean() ? file.length : Math.min(HEADERS, file.length));
    }

    private static int end(byte[] file, int from, RandomGenerator random) {
        return Math.min(file.length, from + 1 + random.nextInt(LONGEST));
    }

    private static byte[] with(byte[] file, Field field, long value) {
        byte[] changed = file.clone();
        field.put(changed, value);
        return changed;
    }

    private static byte[] joined(byte[] start, byte[] middle, byte[] end, int from) {
        return new Bytes()
                .raw(start)
                .raw(middle)
                .raw(Arrays.copyOfRange(end, from, end.length))
                .get();
    }
}
