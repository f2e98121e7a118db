package org.huimages.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/// The address of a picture below the server's base: `/{size}/{ID}/{name}.{extension}`, or, where the name is
/// empty, `/{size}/{ID}.{extension}`.
///
/// @param size `gif`, `heic`, `tiff`, `bmp` and `bin` go with the original only
/// @param id whose picture
/// @param name for people and search engines; it decides nothing. At most 255 UTF-16 units of any Unicode text,
///     except `/`, `\` (Tomcat refuses it in any spelling), control characters, unpaired surrogates, and the names
///     `.` and `..`. Dots elsewhere, at the end too, belong to the name: the extension is what follows the last
///     dot.
/// @param extension how the address ends, without its dot
public record ImagePath(Size size, ImageId id, String name, Extension extension) {
    static final int MAX_NAME_LENGTH = 255;

    /// What stands for itself: unreserved characters and those delimiters that mean nothing in a path (RFC 3986,
    /// section 3.3). Not `;`, `&`, `+`: servers and HTML give them a meaning.
    private static final String KEPT = "/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$'()*,=:@";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /// @throws IllegalArgumentException if the name is not one, or the extension does not go with the size
    public ImagePath {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a name for a picture's address: " + Excerpt.of(name));
        }
        if (!goTogether(size, extension)) {
            throw new IllegalArgumentException("." + extension.text() + " is for originals, not for " + size.text());
        }
    }

    /// What `path` means: the address itself, one that it has moved to, or nothing.
    ///
    /// @param path the decoded path after the context path, as a servlet gets it; any text whatever. Never throws;
    ///     the time is linear in the length.
    public static ParsedPath parse(String path) {
        return PathParser.parse(path);
    }

    /// The decoded text, which starts with `/`. The inverse of [#parse].
    public String path() {
        String folder = "/" + size.text() + "/" + id;
        return (name.isEmpty() ? folder : folder + "/" + name) + "." + extension.text();
    }

    /// The same as it stands in URLs and `Location` headers: ASCII, the rest percent-encoded UTF-8.
    public String encoded() {
        var text = new StringBuilder();
        for (byte unit : path().getBytes(UTF_8)) {
            if (KEPT.indexOf(unit) >= 0) {
                text.append((char) unit);
            } else {
                text.append('%').append(HEX.toHexDigits(unit));
            }
        }
        return text.toString();
    }

    /// The same picture in another size.
    ///
    /// @throws IllegalArgumentException if this extension is for originals only and `newSize` is not the original
    public ImagePath withSize(Size newSize) {
        return new ImagePath(newSize, id, name, extension);
    }

    /// The same picture with another extension.
    ///
    /// @throws IllegalArgumentException if that one is for originals only and this size is not the original
    public ImagePath withExtension(Extension newExtension) {
        return new ImagePath(size, id, name, newExtension);
    }

    static boolean goTogether(Size size, Extension extension) {
        return size instanceof Size.Original || extension.format().renderable();
    }

    static boolean isName(String name) {
        return name.length() <= MAX_NAME_LENGTH && !name.equals(".") && !name.equals("..") && !hasForbidden(name);
    }

    private static boolean hasForbidden(String name) {
        for (int at = 0; at < name.length(); at += Character.charCount(name.codePointAt(at))) {
            if (isForbidden(name.codePointAt(at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForbidden(int character) {
        return character == '/'
                || character == '\\'
                || Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE;
    }
}
