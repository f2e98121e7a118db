package org.huimages.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huimages.url.SigningKeys.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {
    private static final String OLD = "a:000102030405060708090a0b0c0d0e0f";
    private static final String NEW = "b:f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff";
    private static final SigningKeys KEYS = SigningKeys.parse(OLD);
    private static final ImageId ID = new ImageId("A".repeat(32) + "01");
    private static final ImagePath PATH = new ImagePath(new Size.Fit(240, 160), ID, "x", Extension.JPEG);
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final Optional<Instant> NEVER = Optional.empty();

    @Test
    void aSignatureIsValidAndReadsBackFromItsText() {
        Signature signature = KEYS.sign(PATH, NEVER);
        assertEquals(Optional.of(signature), Signature.parse(signature.text()));
        assertEquals(Verdict.VALID, KEYS.verify(PATH, signature, NOW));
    }

    /// Worked out with `printf 'huimages-1\n240x160\nAAA…01\njpeg\n' | openssl dgst -sha256 -mac HMAC`, so that
    /// other languages can write addresses too.
    @Test
    void theTextIsAsDocumented() {
        assertEquals(
                "a..q7ufhx5Y3mbBlK_jG3RZoxOgBd0ZDDHDw7EFSK-6JZI",
                KEYS.sign(PATH, NEVER).text());
    }

    @Test
    void itHoldsForItsSizeIdAndFormatAlone() {
        Signature signature = KEYS.sign(PATH, NEVER);
        ImageId other = new ImageId("B".repeat(32) + "01");
        for (ImagePath different : List.of(
                new ImagePath(new Size.Fit(240, 161), ID, "x", Extension.JPEG),
                new ImagePath(new Size.Exact(240, 160), ID, "x", Extension.JPEG),
                new ImagePath(PATH.size(), other, "x", Extension.JPEG),
                new ImagePath(PATH.size(), ID, "x", Extension.WEBP))) {
            assertEquals(Verdict.WRONG, KEYS.verify(different, signature, NOW), different::path);
        }
    }

    @Test
    void theNameAndTheSpellingOfTheExtensionAreFree() {
        Signature signature = KEYS.sign(PATH, NEVER);
        ImagePath renamed = new ImagePath(PATH.size(), ID, "another name", Extension.JPG);
        assertEquals(Verdict.VALID, KEYS.verify(renamed, signature, NOW));
    }

    @Test
    void itEndsAtItsExpiry() {
        Signature signature = KEYS.sign(PATH, Optional.of(NOW));
        assertEquals(Verdict.VALID, KEYS.verify(PATH, signature, NOW.minusMillis(1)));
        assertEquals(Verdict.EXPIRED, KEYS.verify(PATH, signature, NOW));
    }

    @Test
    void theExpiryCannotBeChanged() {
        Signature signature = KEYS.sign(PATH, Optional.of(NOW));
        Signature prolonged = new Signature("a", Optional.of(NOW.plusSeconds(1)), signature.mac());
        assertEquals(Verdict.WRONG, KEYS.verify(PATH, prolonged, NOW));
        assertEquals(Verdict.WRONG, KEYS.verify(PATH, new Signature("a", NEVER, signature.mac()), NOW));
    }

    @Test
    void keysFollowEachOtherWithoutAGap() {
        SigningKeys both = SigningKeys.parse(NEW + ", " + OLD);
        assertEquals(Verdict.VALID, both.verify(PATH, KEYS.sign(PATH, NEVER), NOW));
        assertEquals("b", both.sign(PATH, NEVER).keyId());
        assertEquals(Verdict.UNKNOWN_KEY, KEYS.verify(PATH, both.sign(PATH, NEVER), NOW));
    }

    @Test
    void everyFlippedBitIsNoticed() {
        Signature signature = KEYS.sign(PATH, NEVER);
        for (int bit = 0; bit < 256; bit++) {
            byte[] mac = signature.mac();
            mac[bit / 8] ^= (byte) (1 << (bit % 8));
            assertEquals(Verdict.WRONG, KEYS.verify(PATH, new Signature("a", NEVER, mac), NOW));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "a.", "a..", "a..AA", "a.01.", "a.-1.", ".1.", "a b..", "a.1.=", "a.999999999999."})
    void otherTextIsNoSignature(String start) {
        assertEquals(Optional.empty(), Signature.parse(start));
        assertEquals(Optional.empty(), Signature.parse(start + "!".repeat(43)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a:", "a:00", "a:zz", ":" + "00", "a:000102030405060708090a0b0c0d0e0f,", "a b:00"})
    void wrongKeysAreRefusedWithoutTellingThem(String text) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> SigningKeys.parse(text));
        assertFalse(String.valueOf(refused.getMessage()).contains("0001"));
    }

    @Test
    void theSameKeyTwiceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> SigningKeys.parse(OLD + "," + OLD));
    }

    @Test
    void secretsDoNotShow() {
        assertEquals("SigningKeys[a]", KEYS.toString());
        assertTrue(KEYS.sign(PATH, NEVER).toString().startsWith("a.."));
    }
}
