package org.huimages.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.huimages.client.ServerHealth.State;
import org.huimages.testkit.net.StubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerHealthTest {
    private final StubServer server = new StubServer();
    private final HuImages images =
            HuImages.builder(server.address()).api(server.address()).build();

    @AfterEach
    void stop() {
        images.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"200, ok, OK", "200, degraded, DEGRADED", "503, down, DOWN", "503, asleep, DOWN"})
    void theServerSaysHowItIs(int status, String word, State state) {
        server.answers(status, "{\"status\":\"" + word + "\",\"catalog\":\"embedded\"}");
        assertEquals(Optional.of(new ServerHealth(state, Map.of("catalog", "embedded"))), images.serverHealth());
        assertEquals("GET /health/ready", server.requests().getFirst().line());
    }

    @ParameterizedTest
    @CsvSource({"200, <html>, 0", "503, {}, 0", "503, busy, 0", "404, {}, 404", "500, {}, 500"})
    void whatIsNoAnswerOfTheServersIsAFailure(int status, String body, int told) {
        server.answers(status, body);
        assertEquals(
                told,
                assertThrows(HuImagesException.class, images::serverHealth).status());
        assertEquals(1, server.requests().size());
    }

    @Test
    void nobodyIsAskedWhereOnlyAddressesAreWritten() {
        try (HuImages addresses = HuImages.builder(server.address()).build()) {
            assertEquals(Optional.empty(), addresses.serverHealth());
        }
    }
}
