package org.huimages.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.huimages.client.HuImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/// What properties do to the client, in applications that have nothing else.
class PropertiesTest {
    private static final String URL = "--huimages.url=https://images.example.com";

    /// An application that does nothing.
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Idle {}

    /// One that has its own client.
    @Configuration(proxyBeanMethods = false)
    static class Own {
        @Bean
        HuImages mine() {
            return HuImages.builder("https://own.example.com").build();
        }
    }

    /// One that knows better.
    @Configuration(proxyBeanMethods = false)
    static class Better {
        @Bean
        HuImagesCustomizer customizer() {
            return builder -> builder.altAddition("!");
        }
    }

    private static Running start(List<Class<?>> sources, String... properties) {
        String[] all = Stream.concat(
                        Stream.of("--spring.main.web-application-type=none", "--spring.main.banner-mode=off"),
                        Arrays.stream(properties))
                .toArray(String[]::new);
        return Running.start(sources, all);
    }

    private static String tag(Running application) {
        return application.context().getBean(HuImages.class).scaledTag(Gallery.ID, "square");
    }

    @Test
    void addressesAreSignedAndTextsAdded() {
        try (Running application = start(
                List.of(Idle.class),
                URL,
                "--huimages.signing-keys=k1:" + "5a".repeat(16),
                "--huimages.signatures-valid-for=1h",
                "--huimages.alt-addition=ACME",
                "--huimages.cache.documents=10",
                "--huimages.cache.time-to-live=10s")) {
            assertTrue(tag(application).matches(".*\\?sig=k1\\.[0-9]+\\.[^.]+\".* alt=\"ACME\".*"), tag(application));
        }
    }

    @Test
    void theClientsOwnVariablesCountToo() {
        try (Running application =
                start(List.of(Idle.class), "--IMAGESERVERURL=http://i.hdimg.net", "--HUIMAGESALTADDITION=ACME")) {
            assertTrue(tag(application).contains("src=\"http://i.hdimg.net/75x75!/"), tag(application));
            assertTrue(tag(application).contains("alt=\"ACME\""), tag(application));
        }
    }

    @Test
    void theApplicationsOwnClientIsTakenAndNeedsNoProperty() {
        try (Running application = start(List.of(Idle.class, Own.class))) {
            assertTrue(tag(application).contains("src=\"https://own.example.com/"), tag(application));
        }
    }

    @Test
    void aCustomizerHasTheLastWord() {
        try (Running application = start(List.of(Idle.class, Better.class), URL, "--huimages.alt-addition=ACME")) {
            assertTrue(tag(application).contains("alt=\"!\""), tag(application));
        }
    }

    @Test
    void withoutAServerItsHealthIsNotKnown() {
        try (Running application = start(List.of(Idle.class), URL)) {
            assertEquals(
                    Status.UNKNOWN,
                    Objects.requireNonNull(application
                                    .context()
                                    .getBean("huImagesHealthIndicator", HealthIndicator.class)
                                    .health())
                            .getStatus());
        }
        try (Running application = start(List.of(Idle.class), URL, "--management.health.huimages.enabled=false")) {
            assertFalse(application.context().containsBean("huImagesHealthIndicator"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "huimages.url, ''",
        "huimages.url, images.example.com",
        "huimages.api-url, ftp://127.0.0.1",
        "huimages.signing-keys, k1:5ecret",
        "huimages.ssl-bundle, none",
        "huimages.cache.documents, 0"
    })
    void whatIsWrongIsSaidInOneLineThatNamesTheProperty(String property, String value) {
        String wrong = "--" + property + "=" + value;
        String[] properties = property.equals("huimages.url") ? new String[] {wrong} : new String[] {URL, wrong};
        Throwable failed = assertThrows(
                RuntimeException.class,
                () -> start(List.of(Idle.class), properties).close());
        FailureAnalysis analysis = analysis(failed);
        assertInstanceOf(WrongPropertyException.class, analysis.getCause());
        assertTrue(analysis.getDescription().startsWith(property + ": "), analysis::getDescription);
        assertEquals(1, analysis.getDescription().lines().count());
        assertFalse(analysis.getDescription().contains("5ecret"), analysis::getDescription);
        assertTrue(String.valueOf(analysis.getAction()).contains(property), analysis::getAction);
    }

    /// Others need the application that failed; here it is ours that counts.
    private static FailureAnalysis analysis(Throwable failed) {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, failure) -> {}))
                .stream()
                .filter(WrongPropertyAnalyzer.class::isInstance)
                .map(analyzer -> Objects.requireNonNull(analyzer.analyze(failed), failed::toString))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void idesAreToldOfEveryProperty() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                HuImagesProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json"))) {
            String metadata = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (String name : List.of(
                    "url",
                    "api-url",
                    "user",
                    "password",
                    "alt-addition",
                    "signing-keys",
                    "signatures-valid-for",
                    "ssl-bundle",
                    "cache.documents",
                    "cache.time-to-live")) {
                assertTrue(
                        metadata.contains("\"name\": \"huimages." + name + "\",")
                                && metadata.contains("\"description\""),
                        name + " in " + metadata);
            }
        }
    }
}
