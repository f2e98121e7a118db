package org.huimages.url;

/// Base32 (RFC 4648, upper case) of whole groups: five bytes are eight characters, so padding never arises.
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int GROUP_BYTES = 5;
    private static final int GROUP_CHARACTERS = 8;

    private Base32() {}

    /// `bytes`: any multiple of five.
    static String encode(byte[] bytes) {
        var text = new StringBuilder(bytes.length / GROUP_BYTES * GROUP_CHARACTERS);
        for (int start = 0; start < bytes.length; start += GROUP_BYTES) {
            appendGroup(text, bytes, start);
        }
        return text.toString();
    }

    private static void appendGroup(StringBuilder text, byte[] bytes, int start) {
        long group = 0;
        for (int i = 0; i < GROUP_BYTES; i++) {
            group = group << 8 | (bytes[start + i] & 0xff);
        }
        for (int shift = 35; shift >= 0; shift -= 5) {
            text.append(ALPHABET.charAt((int) (group >>> shift) & 31));
        }
    }

    /// `text`: any multiple of eight characters of the alphabet; the caller has checked that.
    static byte[] decode(String text) {
        var bytes = new byte[text.length() / GROUP_CHARACTERS * GROUP_BYTES];
        for (int group = 0; group * GROUP_CHARACTERS < text.length(); group++) {
            putGroup(bytes, group * GROUP_BYTES, text, group * GROUP_CHARACTERS);
        }
        return bytes;
    }

    private static void putGroup(byte[] bytes, int to, String text, int from) {
        long group = 0;
        for (int i = 0; i < GROUP_CHARACTERS; i++) {
            group = group << 5 | ALPHABET.indexOf(text.charAt(from + i));
        }
        for (int i = 0; i < GROUP_BYTES; i++) {
            bytes[to + i] = (byte) (group >>> (32 - 8 * i));
        }
    }
}
