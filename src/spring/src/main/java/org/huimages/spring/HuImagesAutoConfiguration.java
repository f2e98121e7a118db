package org.huimages.spring;

import org.huimages.client.HuImages;
import org.huimages.client.HuImagesBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/// The client as a bean, and IDs where Spring converts texts: `@PathVariable ImageId`.
@AutoConfiguration
@EnableConfigurationProperties(HuImagesProperties.class)
public class HuImagesAutoConfiguration {
    /// For Spring.
    public HuImagesAutoConfiguration() {}

    /// Steps back where the application has its own. Its connections end with the application.
    @Bean
    @ConditionalOnMissingBean
    HuImages huImages(
            HuImagesProperties properties,
            Environment environment,
            ObjectProvider<SslBundles> bundles,
            ObjectProvider<HuImagesCustomizer> customizers) {
        HuImagesBuilder builder = new ConfiguredClient(properties, environment, bundles).builder();
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    @Bean
    TextToImageId textToImageId() {
        return new TextToImageId();
    }
}
