package org.huimages.url;

import java.util.Optional;
import java.util.Set;

/// Reads paths, the old forms too. It finds the one address a path can mean; the path is plain if that address is
/// spelled just so, else it has moved there.
final class PathParser {
    private PathParser() {}

    static ParsedPath parse(String path) {
        return address(path)
                .<ParsedPath>map(address ->
                        address.path().equals(path) ? new ParsedPath.Plain(address) : new ParsedPath.Moved(address))
                .orElseGet(ParsedPath.Unknown::new);
    }

    private static Optional<ImagePath> address(String path) {
        int start = path.indexOf('/', 1) + 1;
        int end = start + ImageId.LENGTH;
        if (!path.startsWith("/") || start == 0 || end > path.length() || !isEnding(path, end)) {
            return Optional.empty();
        }
        return ImageId.parse(path.substring(start, end))
                .flatMap(id -> SizeText.parseOld(path.substring(1, start - 1))
                        .flatMap(size -> ending(path.substring(end))
                                .flatMap(ending -> ending.of(size).at(size, id))));
    }

    private static boolean isEnding(String path, int end) {
        return end == path.length() || path.charAt(end) == '.' || path.charAt(end) == '/';
    }

    /// `end` is what follows the ID: nothing, `.jpeg`, or `/` and a name.
    private static Optional<Ending> ending(String end) {
        if (end.startsWith(".")) {
            return Extension.parseOld(end.substring(1)).map(extension -> new Ending("", extension));
        }
        return hasDotSegment(end) ? Optional.empty() : Optional.of(ofFileName(lastSegment(end)));
    }

    /// A servlet container resolves these; where one arrives all the same, nobody knows what was meant. (At the
    /// end of a path it would be the name, and is none.)
    private static boolean hasDotSegment(String path) {
        return path.contains("/./") || path.contains("/../");
    }

    /// Without an extension that is known, everything is name and the picture a JPEG.
    private static Ending ofFileName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return Extension.parseOld(fileName.substring(dot + 1))
                .filter(extension -> dot >= 0)
                .map(extension -> new Ending(fileName.substring(0, dot), extension))
                .orElseGet(() -> new Ending(fileName, Extension.JPEG));
    }

    /// The last segment that is not empty; "" where all are.
    private static String lastSegment(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(text.lastIndexOf('/', end - 1) + 1, end);
    }

    /// How a path goes on after the ID. The name is as it was found, perhaps none that an address can have.
    private record Ending(String name, Extension extension) {
        private static final Set<Extension> RARE = Set.of(Extension.BMP, Extension.BIN);

        /// Behind the names of old links these say nothing, but where the original is meant.
        Ending of(Size size) {
            boolean isName = RARE.contains(extension) && !(size instanceof Size.Original) && !name.isEmpty();
            return isName ? new Ending(name + "." + extension.text(), Extension.JPEG) : this;
        }

        /// A name that is too long is left out: the picture is more than its name.
        Optional<ImagePath> at(Size size, ImageId id) {
            String kept = name.length() > ImagePath.MAX_NAME_LENGTH ? "" : name;
            return ImagePath.isName(kept) && ImagePath.goTogether(size, extension)
                    ? Optional.of(new ImagePath(size, id, kept, extension))
                    : Optional.empty();
        }
    }
}
