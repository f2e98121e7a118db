package org.huimages.webapp.browser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huimages.catalog.ImageDocument;
import org.huimages.client.ImageInfo;
import org.huimages.client.Markup;
import org.huimages.client.PictureOptions;
import org.huimages.rendition.SizePolicy;
import org.huimages.url.ImageFormat;
import org.huimages.url.SigningKeys;
import org.huimages.url.Size;
import org.huimages.webapp.api.DocumentView;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Origin;

/// How pictures stand in pages: in sizes that this server makes, at addresses that it answers.
///
/// @param publicUrl what addresses of pictures begin with, if that is set; else the application's own path
/// @param keys sign what needs a signature, if there are any
public record Looks(Optional<URI> publicUrl, SizePolicy sizes, Optional<SigningKeys> keys) {
    /// AVIF is left out: to make one takes up to seconds, and a page shows many.
    private static final List<String> QUICK = List.of("jpeg", "webp");

    private static final List<String> ALL = List.of("jpeg", "webp", "avif");

    /// Tells browsers to take nothing from elsewhere, and to run no script that stands in a page.
    void guard(HttpServletResponse response) {
        String pictures = publicUrl.map(url -> " " + Origin.of(url)).orElse("");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:"
                        + pictures + "; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    }

    /// A `<picture>` that fits in a box, in quick formats.
    String picture(HttpServletRequest request, ImageDocument document, Size.Fit box, PictureOptions options) {
        Size size = made(box);
        Markup markup = markup(request, document);
        ImageInfo info = info(request, document, QUICK);
        return size instanceof Size.Fit && !isListed()
                ? markup.picture(info, size, options.withoutPlaceholder())
                : markup.image(info, size, Map.of("loading", "lazy", "decoding", "async"));
    }

    /// The address of a rendition, or of the original if nothing like it is made here.
    String address(HttpServletRequest request, ImageDocument document, Size size, ImageFormat format) {
        return markup(request, document).address(info(request, document, QUICK), made(size), format);
    }

    /// What somebody may copy into a page of his own: `<img>`.
    String imageCode(HttpServletRequest request, ImageDocument document, Size size) {
        return outside(request, document).image(info(request, document, ALL), made(size), Map.of());
    }

    /// The same: `<picture>`.
    String pictureCode(HttpServletRequest request, ImageDocument document, Size size) {
        Markup markup = outside(request, document);
        Size box = made(size);
        return box instanceof Size.Original
                ? markup.image(info(request, document, ALL), box, Map.of())
                : markup.picture(
                        info(request, document, ALL),
                        box,
                        PictureOptions.usual().withoutPlaceholder());
    }

    /// The same: an address.
    String outsideAddress(HttpServletRequest request, ImageDocument document, Size size, ImageFormat format) {
        return outside(request, document).address(info(request, document, QUICK), made(size), format);
    }

    private Markup markup(HttpServletRequest request, ImageDocument document) {
        return signed(Markup.at(publicUrl.map(URI::toString).orElseGet(request::getContextPath)), document);
    }

    private Markup outside(HttpServletRequest request, ImageDocument document) {
        String own = Origin.of(request) + request.getContextPath();
        return signed(Markup.at(publicUrl.map(URI::toString).orElse(own)), document);
    }

    /// A private picture is seen by its signature where pictures have another host, which knows no session.
    private Markup signed(Markup plain, ImageDocument document) {
        boolean needed = sizes instanceof SizePolicy.Signed || document.state().hidden();
        return keys.filter(known -> needed).map(plain::signed).orElse(plain);
    }

    /// A name that is for readers stands in no address and no text for others.
    private static ImageInfo info(HttpServletRequest request, ImageDocument document, List<String> formats) {
        return ImageInfo.parse(DocumentView.json(document, formats, Access.READER.allows(request)));
    }

    private boolean isListed() {
        return sizes instanceof SizePolicy.Listed;
    }

    /// The smallest listed size that is as large, else the largest one, else the original.
    Size made(Size wanted) {
        if (!(sizes instanceof SizePolicy.Listed listed) || listed.sizes().contains(wanted)) {
            return wanted;
        }
        List<Size.Fit> fitting = listed.sizes().stream()
                .filter(Size.Fit.class::isInstance)
                .map(Size.Fit.class::cast)
                .sorted(Comparator.comparingLong(Looks::area))
                .toList();
        return fitting.stream()
                .filter(size -> area(size) >= area(wanted))
                .findFirst()
                .or(() -> fitting.stream().reduce((smaller, larger) -> larger))
                .map(Size.class::cast)
                .orElseGet(Size.Original::new);
    }

    private static long area(Size size) {
        return switch (size) {
            case Size.Fit(int width, int height) -> (long) width * height;
            case Size.Exact(int width, int height) -> (long) width * height;
            case Size.Original() -> Long.MAX_VALUE;
        };
    }
}
