package org.huimages.webapp.browser;

import java.util.ArrayList;
import java.util.List;
import org.huimages.catalog.ImageDocument;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;

/// The named sizes of a picture, and what somebody copies to show it elsewhere.
final class Sizes {
    private static final Size.Fit COPIED = new Size.Fit(640, 480);

    private Sizes() {}

    /// @param words `240 × 160`; empty if it is not known
    public record Named(String name, String words, String address) {}

    /// @param name key of its label
    public record Code(String name, String text) {}

    static List<Named> of(ImageDocument document, Looks looks, Visit visit) {
        List<Named> all = new ArrayList<>();
        Size.NAMED.forEach((name, size) -> all.add(new Named(
                name, words(document, size), looks.address(visit.request(), document, size, ImageFormat.JPEG))));
        return all;
    }

    private static String words(ImageDocument document, Size size) {
        return document.facts()
                .map(facts -> facts.dimensions().scaledTo(size))
                .map(Sizes::words)
                .orElse("");
    }

    private static String words(Dimensions dimensions) {
        return dimensions.width() + " × " + dimensions.height();
    }

    static List<Code> codes(ImageDocument document, Looks looks, Visit visit) {
        return List.of(
                new Code(
                        visit.say("code.address"),
                        looks.outsideAddress(visit.request(), document, COPIED, ImageFormat.JPEG)),
                new Code("<img>", looks.imageCode(visit.request(), document, COPIED)),
                new Code("<picture>", looks.pictureCode(visit.request(), document, COPIED)));
    }
}
