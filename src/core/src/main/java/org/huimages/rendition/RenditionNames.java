package org.huimages.rendition;

import java.util.Optional;
import java.util.regex.Pattern;
import org.huimages.keeper.CacheNames;
import org.huimages.keeper.FileKind;
import org.huimages.url.ImageId;
import org.huimages.url.Size;

/// What the names in the cache mean.
final class RenditionNames implements CacheNames {
    private static final Pattern LEVEL = Pattern.compile("p[0-9]{1,5}\\.jpeg");

    @Override
    public boolean isPicture(String folder) {
        return ImageId.parse(folder).isPresent();
    }

    @Override
    public Optional<FileKind> kind(String folder, String file) {
        if (LEVEL.matcher(file).matches()) {
            return Optional.of(FileKind.LEVEL);
        }
        return ImageId.parse(folder)
                .flatMap(id -> RenditionKey.of(id, file))
                .map(key -> key.size() instanceof Size.Original ? FileKind.ORIGINAL : FileKind.RENDITION);
    }
}
