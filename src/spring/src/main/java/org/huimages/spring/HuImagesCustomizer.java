package org.huimages.spring;

import org.huimages.client.HuImagesBuilder;

/// A bean of this type has the last word on how the client is made.
@FunctionalInterface
public interface HuImagesCustomizer {

    /// Changes what the properties say.
    void customize(HuImagesBuilder builder);
}
