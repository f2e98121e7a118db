package org.huimages.rendition;

import java.nio.file.Path;
import java.util.Optional;
import org.huimages.catalog.ImageDocument;
import org.huimages.level.Level;

/// Of nothing.
final class NoLevels implements Levels {
    @Override
    public Optional<Held> hold(ImageDocument document, RenditionKey key, Path held) {
        return Optional.empty();
    }

    @Override
    public void refuse(ImageDocument document, Level level) {
        // there is none
    }

    @Override
    public void forget(ImageDocument document) {
        // there is none
    }

    @Override
    public void missed(ImageDocument document, RenditionKey key) {
        // and there will be none
    }

    @Override
    public Optional<Level> at(ImageDocument document, RenditionKey key) {
        return Optional.empty();
    }
}
