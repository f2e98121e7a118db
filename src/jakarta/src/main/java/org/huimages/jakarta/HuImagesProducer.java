package org.huimages.jakarta;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.huimages.client.HuImages;

/// Makes one [HuImages] for the whole application, from the environment ([HuImages#fromEnvironment]), and ends its
/// connections with it: `@Inject HuImages images`, in pages `#{huImages}`.
///
/// An application that has another one produces it as an enabled alternative: `@Produces @Singleton @Alternative
/// @Priority(1)`.
@Dependent
public class HuImagesProducer {
    /// For the container.
    public HuImagesProducer() {}

    /// A singleton and not `@ApplicationScoped`: nobody can stand in for a final class.
    @Produces
    @Singleton
    @Named("huImages")
    HuImages images() {
        return HuImages.fromEnvironment();
    }

    void end(@Disposes HuImages images) {
        images.close();
    }
}
