package org.huimages.run;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;

/// Asks `/health/ready` until it answers 200, and says so; after a minute it says once that this is not yet so,
/// and goes on asking.
final class ReadyWatch {
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ANSWER_MILLIS = 5_000;
    private static final int NO_ANSWER = -1;

    private final RunSettings settings;
    private final URL question;

    private ReadyWatch(RunSettings settings) throws IOException {
        this.settings = settings;
        this.question = URI.create(settings.address() + "/health/ready").toURL();
    }

    static void start(RunSettings settings) throws IOException {
        Background.start("ready-watch", new ReadyWatch(settings)::watch);
    }

    private void watch() {
        if (isReadyBefore(Instant.now().plus(PATIENCE))) {
            sayReady();
            return;
        }
        System.out.printf("not ready after %d s: see %s and %s%n", PATIENCE.toSeconds(), question, settings.logs());
        if (isReadyBefore(Instant.MAX)) {
            sayReady();
        }
    }

    private void sayReady() {
        System.out.println("ready: " + settings.address());
    }

    private boolean isReadyBefore(Instant end) {
        while (Instant.now().isBefore(end)) {
            switch (status()) {
                case HttpURLConnection.HTTP_OK -> {
                    return true;
                }
                case HttpURLConnection.HTTP_NOT_FOUND -> giveUp();
                default -> Background.pause(INTERVAL);
            }
        }
        return false;
    }

    /// Tomcat answers only after it has deployed; that nobody knows the path means that the application is not
    /// there.
    private void giveUp() {
        System.err.println("huImages did not start; the reason stands above and in " + settings.logs());
        System.exit(1);
    }

    private int status() {
        try {
            return status((HttpURLConnection) question.openConnection(Proxy.NO_PROXY));
        } catch (IOException notYet) {
            return NO_ANSWER;
        }
    }

    private static int status(HttpURLConnection connection) throws IOException {
        connection.setConnectTimeout(ANSWER_MILLIS);
        connection.setReadTimeout(ANSWER_MILLIS);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
