package org.huimages.client;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.huimages.url.Size;

/// The part of an address that is for people and search engines.
final class FreeName {
    private static final int LONGEST = 80;
    private static final Pattern JPEG = Pattern.compile("\\.jpe?g$", Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9_=,:-]+");
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("Æ", "AE"),
            Map.entry("œ", "oe"),
            Map.entry("Œ", "OE"),
            Map.entry("ø", "o"),
            Map.entry("Ø", "O"),
            Map.entry("ł", "l"),
            Map.entry("Ł", "L"),
            Map.entry("đ", "d"),
            Map.entry("Đ", "D"),
            Map.entry("þ", "th"),
            Map.entry("ı", "i"));

    private FreeName() {}

    /// As it stands in the address of a size.
    static String of(ImageInfo info, Size size) {
        return info.freeName() + revision(info, size);
    }

    /// The first title, else the file name without `.jpg`; empty if nothing is left of it.
    static String of(List<String> titles, String filename) {
        return cleaned(titles.isEmpty() ? JPEG.matcher(filename).replaceFirst("") : titles.getFirst());
    }

    /// A new focal point makes another picture of an exact size: browsers are to fetch it.
    private static String revision(ImageInfo info, Size size) {
        return size instanceof Size.Exact && info.focalRevision() > 0 ? "-f" + info.focalRevision() : "";
    }

    private static String cleaned(String text) {
        String plain = OTHERS.matcher(transliterated(text).replace(' ', '-')).replaceAll("_");
        return plain.substring(0, Math.min(LONGEST, plain.length()));
    }

    private static String transliterated(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        return plain;
    }
}
