package org.huimages.stock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.huimages.catalog.Broken;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.Facts;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Timestamp;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.header.BmpProbe;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;
import org.huimages.header.Orientation;
import org.huimages.header.TiffProbe;
import org.huimages.original.Sums;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;

/// Looks at originals whose documents prove nothing, which are those of older systems, and writes down what they
/// are. Where the catalog cannot be written, pictures are shown all the same.
public final class Proofs {
    private static final System.Logger LOG = System.getLogger(Proofs.class.getName());

    private final Catalog catalog;
    private final InstantSource clock;

    public Proofs(Catalog catalog, InstantSource clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /// The document with what its original says. Without, where its header is damaged, which is noted, or of a kind
    /// that is not known.
    ///
    /// @param original its bytes; if they are not those of the ID, nothing is written
    /// @param format what it is
    public ImageDocument prove(ImageDocument document, Path original, ImageFormat format) {
        if (format == ImageFormat.OTHER) {
            return document;
        }
        Sums sums = sums(original);
        try {
            Facts facts = facts(original, format, sums);
            ImageDocument proven = document.with(facts);
            return sums.areOf(document.id())
                    ? written(document.id(), missing(facts)).orElse(proven)
                    : proven;
        } catch (FailureException failed) {
            noteBroken(document, sums, failed.failure());
            return document;
        }
    }

    private static UnaryOperator<ImageDocument> missing(Facts facts) {
        return now -> now.facts().isPresent() ? now : now.with(facts);
    }

    private static Facts facts(Path original, ImageFormat format, Sums sums) {
        return switch (format) {
            case TIFF -> {
                TiffProbe.Upright upright = TiffProbe.probe(original);
                yield new Facts(format, upright.dimensions(), upright.orientation(), sums.length(), sums.sha256());
            }
            case BMP -> new Facts(format, BmpProbe.probe(original), Orientation.UPRIGHT, sums.length(), sums.sha256());
            default -> {
                ImageHeader header = HeaderProbe.probe(original);
                yield new Facts(format, header.upright(), header.orientation(), sums.length(), sums.sha256());
            }
        };
    }

    /// Notes that an original cannot be decoded: one that can be read to its end, and is what was once saved. (What
    /// a disk or a store that fails does to a picture is none of its own faults.)
    public void noteBroken(ImageDocument document, Path original, Failure why) {
        boolean unknown = document.state().broken().isEmpty() && why instanceof Failure.Unprocessable;
        if (unknown && Files.exists(original)) {
            noteBroken(document, sums(original), why);
        }
    }

    private void noteBroken(ImageDocument document, Sums sums, Failure why) {
        if (why instanceof Failure.Unprocessable && sums.areOf(document.id())) {
            Broken broken = new Broken(Timestamp.of(clock.instant()), why.text());
            written(
                    document.id(),
                    now -> now.state().broken().isPresent()
                            ? now
                            : now.with(now.state().withBroken(Optional.of(broken))));
        }
    }

    private Optional<ImageDocument> written(ImageId id, UnaryOperator<ImageDocument> change) {
        try {
            return catalog.update(id, change);
        } catch (FailureException notNow) {
            LOG.log(System.Logger.Level.DEBUG, "what {0} is cannot be written down: {1}", id, notNow.getMessage());
            return Optional.empty();
        }
    }

    private static Sums sums(Path file) {
        try {
            return Sums.of(file);
        } catch (IOException unreadable) {
            throw FailureException.ofDisk(unreadable);
        }
    }
}
