package org.huimages.spring;

import org.huimages.client.HuImages;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/// With Actuator, the health of the image server is part of the application's, unless
/// `management.health.huimages.enabled` is false.
@AutoConfiguration(after = HuImagesAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnSingleCandidate(HuImages.class)
@ConditionalOnEnabledHealthIndicator("huimages")
public class HuImagesHealthAutoConfiguration {
    /// For Spring.
    public HuImagesHealthAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "huImagesHealthIndicator")
    HealthIndicator huImagesHealthIndicator(HuImages images) {
        return new HuImagesHealthIndicator(images);
    }
}
