package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What a server holds once nobody asks it for anything.
final class AtRest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Gauges of what libvips holds.
    static final String[] LIBVIPS = {
        "huimages_libvips_bytes 0.0", "huimages_libvips_allocations 0.0", "huimages_libvips_files 0.0"
    };

    private AtRest() {}

    /// A picture is answered when its bytes are there: threads of libvips put their buffers away a moment later.
    static void comesTo(Http http, String... gauges) {
        String metrics = await(
                () -> Http.text(http.get("/metrics", "Authorization", Http.ADMIN)),
                text -> Arrays.stream(gauges).allMatch(gauge -> text.contains(gauge + "\n")));
        for (String gauge : gauges) {
            assertTrue(metrics.contains(gauge + "\n"), () -> gauge + " in\n" + metrics);
        }
    }

    /// @return the first that is as wished, or the last one when patience is at its end
    static <T> T await(Supplier<T> supplier, Predicate<T> wished) {
        Instant end = Instant.now().plus(PATIENCE);
        T seen = supplier.get();
        while (!wished.test(seen) && Instant.now().isBefore(end)) {
            Server.pause();
            seen = supplier.get();
        }
        return seen;
    }
}
