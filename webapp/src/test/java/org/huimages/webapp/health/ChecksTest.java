package org.huimages.webapp.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.huimages.webapp.health.Checks.Finding;
import org.huimages.webapp.health.Checks.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChecksTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    private static String never() throws InterruptedException {
        new CountDownLatch(1).await();
        return "ok";
    }

    @Test
    void whatIsWellSaysSoItself() {
        Checks checks = new Checks(Map.of("a", () -> "8.17", "b", () -> "ok"), Set.of(), Duration.ofSeconds(30));
        assertEquals(Map.of("a", new Finding(Level.OK, "8.17"), "b", new Finding(Level.OK, "ok")), checks.askAll());
    }

    @Test
    void whatDoesNotAnswerInTimeIsDown() {
        Checks checks = new Checks(Map.of("fast", () -> "ok", "slow", ChecksTest::never), Set.of(), SHORT);
        Map<String, Finding> findings = checks.askAll();
        assertEquals(new Finding(Level.DOWN, "down: no answer within 0.2 s"), findings.get("slow"));
    }

    @Test
    void whatCanBeSparedOnlyDegradesTheServer() {
        Checks checks = new Checks(
                Map.of("slow", ChecksTest::never, "down", () -> {
                    throw new java.io.IOException("no route to host");
                }),
                Set.of("slow", "down"),
                SHORT);
        checks.askAll().values().forEach(finding -> assertEquals(Level.DEGRADED, finding.level()));
    }
}
