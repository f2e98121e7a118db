package org.huimages.spring;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.huimages.client.HuImages;
import org.huimages.client.HuImagesBuilder;
import org.huimages.url.SigningKeys;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.env.Environment;

/// The client as the properties describe it; which of them is wrong is said by its name.
///
/// @param environment may have some settings under the names that they have outside of Spring
/// @param bundles of the application
record ConfiguredClient(HuImagesProperties properties, Environment environment, ObjectProvider<SslBundles> bundles) {

    /// @throws WrongPropertyException if a property is missing or cannot be read
    HuImagesBuilder builder() {
        HuImagesBuilder builder = read("huimages.url", this::addresses);
        take("huimages.api-url", properties.apiUrl(), builder::api);
        take("huimages.user", properties.user(), user -> builder.user(user, properties.password()));
        take("huimages.alt-addition", either(properties.altAddition(), "HUIMAGESALTADDITION"), builder::altAddition);
        take("huimages.signing-keys", properties.signingKeys(), keys -> builder.signingKeys(SigningKeys.parse(keys)));
        take("huimages.ssl-bundle", properties.sslBundle(), name -> builder.tls(trusted(name)));
        if (properties.signaturesValidFor().isPositive()) {
            builder.signaturesValidFor(properties.signaturesValidFor());
        }
        return read("huimages.cache.documents", () -> remembering(builder));
    }

    private HuImagesBuilder addresses() {
        String url = either(properties.url(), "IMAGESERVERURL");
        if (url.isBlank()) {
            throw new IllegalArgumentException(
                    "it is not set; what do addresses of pictures begin with, such as https://images.example.com?");
        }
        return HuImages.builder(url);
    }

    private String either(String property, String variable) {
        return property.isEmpty() ? environment.getProperty(variable, "") : property;
    }

    private SSLContext trusted(String bundle) {
        try {
            return bundles.getObject().getBundle(bundle).createSslContext();
        } catch (NoSuchSslBundleException unknown) {
            throw new IllegalArgumentException("there is no SSL bundle \"" + bundle + "\"", unknown);
        }
    }

    private HuImagesBuilder remembering(HuImagesBuilder builder) {
        HuImagesProperties.Cache cache = properties.cache();
        return builder.cache(cache.documents(), cache.timeToLive());
    }

    private static void take(String name, String value, Consumer<String> taker) {
        if (!value.isBlank()) {
            read(name, () -> {
                taker.accept(value);
                return value;
            });
        }
    }

    private static <T> T read(String name, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException wrong) {
            throw new WrongPropertyException(name, String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
