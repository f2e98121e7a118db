package org.huimages.jakarta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.huimages.client.HuImages;
import org.huimages.client.HuImagesException;
import org.huimages.testkit.net.StubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A real CDI container, with this module found by itself.
class HuImagesProducerTest {
    private static final String ID = "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01";

    private final StubServer server = new StubServer();

    /// A bean of an application.
    @Singleton
    static class Gallery {
        private final HuImages images;

        @Inject
        Gallery(HuImages images) {
            this.images = images;
        }

        String tag() {
            return images.scaledTag(ID, "square");
        }

        HuImages images() {
            return images;
        }
    }

    /// An application that knows better.
    @Dependent
    static class Own {
        @Produces
        @Singleton
        @Alternative
        @Priority(1)
        HuImages images() {
            return HuImages.builder("https://own.example.com").build();
        }
    }

    @BeforeEach
    void set() {
        System.setProperty("IMAGESERVERURL", "https://images.example.com");
        System.setProperty("HUIMAGES_API_URL", server.address());
    }

    @AfterEach
    void stop() {
        System.clearProperty("IMAGESERVERURL");
        System.clearProperty("HUIMAGES_API_URL");
        server.close();
    }

    private static SeContainer application(Class<?>... beans) {
        return SeContainerInitializer.newInstance().addBeanClasses(beans).initialize();
    }

    @Test
    void theClientIsInjectedAndTheSameForAll() {
        try (SeContainer application = application(Gallery.class)) {
            Gallery gallery = application.select(Gallery.class).get();
            assertTrue(gallery.tag().contains("src=\"https://images.example.com/75x75!/" + ID), gallery.tag());
            assertSame(
                    gallery.images(),
                    application
                            .select(HuImages.class, NamedLiteral.of("huImages"))
                            .get());
        }
    }

    @Test
    void itEndsWithTheApplication() {
        HuImages images;
        try (SeContainer application = application(Gallery.class)) {
            images = application.select(Gallery.class).get().images();
            assertEquals(Optional.empty(), images.imageInfo(ID));
        }
        assertThrows(HuImagesException.class, () -> images.imageInfo(ID));
        assertEquals(1, server.requests().size());
    }

    @Test
    void anAlternativeOfTheApplicationIsTakenInstead() {
        try (SeContainer application = application(Gallery.class, Own.class)) {
            String tag = application.select(Gallery.class).get().tag();
            assertTrue(tag.contains("src=\"https://own.example.com/"), tag);
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        System.clearProperty("IMAGESERVERURL");
        try (SeContainer application = application(Gallery.class)) {
            Instance<Gallery> gallery = application.select(Gallery.class);
            Throwable failed = assertThrows(RuntimeException.class, gallery::get);
            assertTrue(String.valueOf(failed.getMessage()).contains("IMAGESERVERURL is not set"), failed::toString);
        }
    }
}
