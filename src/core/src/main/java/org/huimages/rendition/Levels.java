package org.huimages.rendition;

import java.nio.file.Path;
import java.util.Optional;
import org.huimages.catalog.ImageDocument;
import org.huimages.level.Level;
import org.huimages.pixel.RenditionPlan;

/// Smaller copies of originals, for whoever makes renditions.
public interface Levels {
    /// There are none: everything is made from originals.
    Levels NONE = new NoLevels();

    /// The smallest level at hand of which this rendition can be made without harm, under a name of its own.
    ///
    /// @param held the name; not taken if the answer is empty
    Optional<Held> hold(ImageDocument document, RenditionKey key, Path held);

    /// A level was damaged, and is not to be used again.
    void refuse(ImageDocument document, Level level);

    /// The picture cannot be decoded any more: what was made of it before is not to be shown.
    void forget(ImageDocument document);

    /// A rendition has been made from its original: if a level could have done, it is to be made some time.
    void missed(ImageDocument document, RenditionKey key);

    /// What there is, without looking at other machines: which level a rendition would be made of now.
    Optional<Level> at(ImageDocument document, RenditionKey key);

    /// A level as a file that only its holder knows, who discards it.
    ///
    /// @param plan how to make the rendition from it
    record Held(Path file, Level level, RenditionPlan plan) {}
}
