package org.huimages.client;

import java.util.Optional;
import java.util.function.Function;
import org.huimages.url.SigningKeys;

/// Settings by name.
final class FromEnvironment {
    private FromEnvironment() {}

    /// System properties, then environment variables; what is empty is not set.
    static Function<String, Optional<String>> ofThisProcess() {
        return name -> Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(name)))
                .filter(value -> !value.isBlank());
    }

    static HuImagesBuilder builder(Function<String, Optional<String>> settings) {
        String pictures = settings.apply("IMAGESERVERURL")
                .orElseThrow(() -> new IllegalArgumentException(
                        "IMAGESERVERURL is not set: what do addresses of pictures begin with?"));
        HuImagesBuilder builder = HuImages.builder(pictures);
        settings.apply("HUIMAGES_API_URL").ifPresent(builder::api);
        settings.apply("HUIMAGES_USER")
                .ifPresent(user ->
                        builder.user(user, settings.apply("HUIMAGES_PASSWORD").orElse("")));
        settings.apply("HUIMAGESALTADDITION").ifPresent(builder::altAddition);
        settings.apply("HUIMAGES_SIGNING_KEYS").map(SigningKeys::parse).ifPresent(builder::signingKeys);
        return builder;
    }
}
