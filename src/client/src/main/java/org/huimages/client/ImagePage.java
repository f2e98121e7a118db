package org.huimages.client;

import java.util.List;
import java.util.Optional;
import org.huimages.client.json.Json;
import org.huimages.url.ImageId;

/// A part of a list.
///
/// @param next where the next page begins ([Selection#after]); empty if this is the last one
public record ImagePage(List<ImageInfo> images, Optional<ImageId> next) {
    public ImagePage {
        images = List.copyOf(images);
    }

    static ImagePage of(Json answer) {
        return new ImagePage(images(answer), answer.get("next").map(Json::plain).flatMap(ImageId::parse));
    }

    private static List<ImageInfo> images(Json answer) {
        return answer.get("images").stream()
                .flatMap(images -> images.elements().stream())
                .map(ImageInfo::of)
                .toList();
    }
}
