package org.huimages.spring;

import org.huimages.client.HuImages;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.thymeleaf.dialect.AbstractProcessorDialect;

/// With Thymeleaf, templates have [HuImagesDialect].
@AutoConfiguration(after = HuImagesAutoConfiguration.class)
@ConditionalOnClass(AbstractProcessorDialect.class)
@ConditionalOnSingleCandidate(HuImages.class)
public class HuImagesThymeleafAutoConfiguration {
    /// For Spring.
    public HuImagesThymeleafAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    HuImagesDialect huImagesDialect(HuImages images) {
        return new HuImagesDialect(images);
    }
}
