package org.huimages.client;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.Size;

/// The files that a browser may choose from, as in the attribute `srcset`.
final class SourceSet {
    /// What servers make, unless they are told otherwise (`HUIMAGES_MAX_EDGE`): larger ones are not offered unasked.
    private static final int LONGEST_EDGE = 4096;

    private final Addresses addresses;
    private final ImageId id;
    private final Size size;
    private final Optional<ImageInfo> info;
    private final List<Candidate> candidates;

    SourceSet(Addresses addresses, ImageId id, Size size, PictureOptions options, Optional<ImageInfo> info) {
        this.addresses = addresses;
        this.id = id;
        this.size = size;
        this.info = info;
        this.candidates = options.widths().isEmpty() ? byDensity() : byWidth(options.widths());
    }

    String text(ImageFormat format) {
        return candidates.stream()
                .map(candidate -> addresses.of(id, candidate.size, format, info) + candidate.descriptor)
                .collect(Collectors.joining(", "));
    }

    /// Whether there is more than one.
    boolean isChoice() {
        return candidates.size() > 1;
    }

    /// @param descriptor with a blank before it: ` 2x`, ` 640w`; empty for a single one
    private record Candidate(Size size, String descriptor) {}

    /// Where the original has no more pixels, a second file would be the same picture again.
    private List<Candidate> byDensity() {
        Size twice = scaled(2, 1);
        return isTooLarge(twice) || Tags.dimensions(twice, info).equals(Tags.dimensions(size, info))
                ? List.of(new Candidate(size, ""))
                : List.of(new Candidate(size, " 1x"), new Candidate(twice, " 2x"));
    }

    private static boolean isTooLarge(Size any) {
        Dimensions box = box(any);
        return Math.max(box.width(), box.height()) > LONGEST_EDGE;
    }

    /// A descriptor has to be the file's true width.
    private List<Candidate> byWidth(List<Integer> widths) {
        int own = box().width();
        return Stream.concat(Stream.of(own), widths.stream())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .map(width -> scaled(width, own))
                .map(wide -> new Candidate(wide, " " + width(wide) + "w"))
                .collect(
                        Collectors.toMap(Candidate::descriptor, one -> one, (first, same) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private int width(Size wide) {
        return Tags.dimensions(wide, info)
                .map(Dimensions::width)
                .orElseGet(() -> box(wide).width());
    }

    private Dimensions box() {
        return box(size);
    }

    private static Dimensions box(Size any) {
        return switch (any) {
            case Size.Fit(int width, int height) -> new Dimensions(width, height);
            case Size.Exact(int width, int height) -> new Dimensions(width, height);
            case Size.Original() -> throw new IllegalArgumentException("an original has no box");
        };
    }

    private Size scaled(int times, int of) {
        int width = scaled(box().width(), times, of);
        int height = scaled(box().height(), times, of);
        return size instanceof Size.Exact ? new Size.Exact(width, height) : new Size.Fit(width, height);
    }

    private static int scaled(int edge, int times, int of) {
        return Math.toIntExact(Math.max(1, ((long) edge * times + of / 2) / of));
    }
}
