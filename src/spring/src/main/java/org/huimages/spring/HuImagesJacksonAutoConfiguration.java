package org.huimages.spring;

import org.huimages.url.ImageId;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.FromStringDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// With Jackson, an ID is a text in JSON too.
@AutoConfiguration
@ConditionalOnClass(SimpleModule.class)
public class HuImagesJacksonAutoConfiguration {
    /// For Spring.
    public HuImagesJacksonAutoConfiguration() {}

    @Bean
    JacksonModule huImagesModule() {
        return new SimpleModule("huImages")
                .addSerializer(ImageId.class, ToStringSerializer.instance)
                .addDeserializer(ImageId.class, new FromText());
    }

    private static final class FromText extends FromStringDeserializer<ImageId> {
        FromText() {
            super(ImageId.class);
        }

        @Override
        protected ImageId _deserialize(String text, DeserializationContext context) {
            return new ImageId(text);
        }
    }
}
