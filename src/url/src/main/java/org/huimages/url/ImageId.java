package org.huimages.url;

import java.util.Optional;
import java.util.function.IntPredicate;

/// The name of an original: the base32 of its SHA-1 (32 characters `A-Z2-7`), then two digits, the cluster it
/// lives on: `3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01`. Same bytes, same ID.
///
/// The order is that of the text. (It is not that of the bytes: base32 puts letters before digits, ASCII after.)
///
/// @param text the 34 characters
public record ImageId(String text) implements Comparable<ImageId> {
    private static final int SHA1_BYTES = 20;
    private static final int SHA1_CHARACTERS = 32;
    static final int LENGTH = SHA1_CHARACTERS + 2;

    /// @throws IllegalArgumentException if `text` has another form
    public ImageId {
        if (!isId(text)) {
            throw new IllegalArgumentException("not an image ID: " + Excerpt.of(text));
        }
    }

    /// The ID, if `text` is one; no other spelling (lower case, spaces around it) is accepted.
    public static Optional<ImageId> parse(String text) {
        return isId(text) ? Optional.of(new ImageId(text)) : Optional.empty();
    }

    /// Each request for a picture asks this: a regular expression would take as long as all the rest of its address.
    private static boolean isId(String text) {
        return text.length() == LENGTH
                && isAll(text, 0, SHA1_CHARACTERS, unit -> (unit >= 'A' && unit <= 'Z') || (unit >= '2' && unit <= '7'))
                && isAll(text, SHA1_CHARACTERS, LENGTH, unit -> unit >= '0' && unit <= '9');
    }

    private static boolean isAll(String text, int start, int end, IntPredicate wished) {
        for (int at = start; at < end; at++) {
            if (!wished.test(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /// The ID of an original.
    ///
    /// @param sha1 the 20 bytes of the SHA-1 of the original's bytes
    /// @param cluster two digits, `01`
    /// @throws IllegalArgumentException if either has another form
    public static ImageId of(byte[] sha1, String cluster) {
        if (sha1.length != SHA1_BYTES) {
            throw new IllegalArgumentException("a SHA-1 has 20 bytes, not " + sha1.length);
        }
        return new ImageId(Base32.encode(sha1) + cluster);
    }

    /// The 20 bytes that the SHA-1 of the original must have; a new array at each call.
    public byte[] sha1() {
        return Base32.decode(text.substring(0, SHA1_CHARACTERS));
    }

    /// The two digits of the cluster the picture lives on.
    public String cluster() {
        return text.substring(SHA1_CHARACTERS);
    }

    @Override
    public int compareTo(ImageId other) {
        return text.compareTo(other.text);
    }

    /// The 34 characters.
    @Override
    public String toString() {
        return text;
    }
}
