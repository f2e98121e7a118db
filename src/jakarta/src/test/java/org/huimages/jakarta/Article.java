package org.huimages.jakarta;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.huimages.url.ImageId;
import org.jspecify.annotations.Nullable;

/// As an application would write it.
@Entity
class Article {
    @Id
    int number;

    @Nullable
    ImageId picture;

    Article() {}

    Article(int number, @Nullable ImageId picture) {
        this.number = number;
        this.picture = picture;
    }
}
