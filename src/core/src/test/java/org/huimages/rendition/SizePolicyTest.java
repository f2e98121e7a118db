package org.huimages.rendition;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.url.ImagePath;
import org.huimages.url.ParsedPath;
import org.huimages.url.SigningKeys;
import org.huimages.url.Size;
import org.junit.jupiter.api.Test;

class SizePolicyTest {
    private static final String ID = "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01";
    private static final ImagePath SMALL = path("/240x160/" + ID + "/name.jpeg");
    private static final ImagePath ORIGINAL = path("/o/" + ID + ".jpeg");
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final SigningKeys KEYS = SigningKeys.parse("new:00112233445566778899aabbccddeeff");

    @Test
    void whereItIsOpenEverySizeIsMade() {
        assertDoesNotThrow(() -> new SizePolicy.Open().check(SMALL, Optional.empty(), NOW));
    }

    @Test
    void aListedSizeIsMadeInEveryFormatAndNoOther() {
        SizePolicy listed = new SizePolicy.Listed(Set.of(new Size.Fit(240, 160)));
        assertDoesNotThrow(() -> listed.check(SMALL, Optional.empty(), NOW));
        assertDoesNotThrow(() -> listed.check(path("/240x160/" + ID + ".webp"), Optional.empty(), NOW));
        assertForbidden(listed, path("/240x160!/" + ID + ".jpeg"), Optional.empty(), "HUIMAGES_SIZES");
        assertForbidden(listed, path("/241x160/" + ID + ".jpeg"), Optional.empty(), "241x160");
    }

    @Test
    void aSignatureAllowsWhatItWasMadeForUntilItExpires() {
        SizePolicy signed = new SizePolicy.Signed(KEYS);
        Optional<Instant> end = Optional.of(NOW.plusSeconds(10));
        Optional<String> signature = Optional.of(KEYS.sign(SMALL, end).text());
        assertDoesNotThrow(() -> signed.check(SMALL, signature, NOW));
        assertDoesNotThrow(() -> signed.check(path("/240x160/" + ID + "/other.jpg"), signature, NOW));
        assertForbidden(signed, path("/240x161/" + ID + ".jpeg"), signature, "not valid");
        assertForbidden(signed, path("/240x160/" + ID + ".webp"), signature, "not valid");
        FailureException late = assertThrows(
                FailureException.class, () -> signed.check(SMALL, signature, NOW.plus(Duration.ofSeconds(10))));
        assertTrue(late.failure().text().contains("expired"));
    }

    @Test
    void withoutASignatureOrWithNonsenseNothingIsMade() {
        SizePolicy signed = new SizePolicy.Signed(KEYS);
        assertForbidden(signed, SMALL, Optional.empty(), "with a signature only");
        assertForbidden(signed, SMALL, Optional.of("x"), "with a signature only");
        SigningKeys others = SigningKeys.parse("new:ffeeddccbbaa99887766554433221100");
        assertForbidden(
                signed, SMALL, Optional.of(others.sign(SMALL, Optional.empty()).text()), "not valid");
    }

    @Test
    void anOriginalIsSentWhateverThePolicy() {
        assertDoesNotThrow(() -> new SizePolicy.Listed(Set.of()).check(ORIGINAL, Optional.empty(), NOW));
        assertDoesNotThrow(() -> new SizePolicy.Signed(KEYS).check(ORIGINAL, Optional.empty(), NOW));
    }

    private static void assertForbidden(SizePolicy policy, ImagePath path, Optional<String> signature, String part) {
        FailureException failed = assertThrows(FailureException.class, () -> policy.check(path, signature, NOW));
        assertInstanceOf(Failure.Forbidden.class, failed.failure());
        assertTrue(
                failed.failure().text().contains(part), () -> failed.failure().text());
    }

    private static ImagePath path(String text) {
        return ((ParsedPath.Plain) ImagePath.parse(text)).path();
    }
}
