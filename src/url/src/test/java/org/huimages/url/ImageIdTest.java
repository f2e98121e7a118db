package org.huimages.url;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageIdTest {
    private static final String TEXT = "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01";

    @Test
    void isTheChecksumOfTheFileAndTheCluster() throws NoSuchAlgorithmException {
        byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(new byte[0]);
        var id = ImageId.of(sha1, "01");
        assertEquals(TEXT, id.text());
        assertEquals(TEXT, id.toString());
        assertEquals("01", id.cluster());
    }

    @Property
    void givesBackTheChecksumItWasMadeOf(@ForAll @Size(20) byte[] sha1) {
        var id = ImageId.of(sha1, "42");
        assertArrayEquals(sha1, id.sha1());
        assertEquals("42", id.cluster());
    }

    @Property
    @Domain(Any.class)
    void parsesItsOwnText(@ForAll ImageId id) {
        assertEquals(Optional.of(id), ImageId.parse(id.text()));
        assertEquals(id, ImageId.of(id.sha1(), id.cluster()));
    }

    @Property
    @Domain(Any.class)
    void isOrderedLikeItsText(@ForAll ImageId one, @ForAll ImageId other) {
        assertEquals(Integer.signum(one.text().compareTo(other.text())), Integer.signum(one.compareTo(other)));
        assertEquals(one.equals(other), one.compareTo(other) == 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ",
                "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ1",
                "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ011",
                "3i42h3s6nnfq2msvx7xzkyayscx5qbyj01",
                "0I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01",
                "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ0١",
                "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01\n",
                " 3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01"
            })
    void refusesEveryOtherForm(String text) {
        assertEquals(Optional.empty(), ImageId.parse(text));
        assertThrows(IllegalArgumentException.class, () -> new ImageId(text));
    }

    @Test
    void refusesChecksumsAndClustersOfAnotherLength() {
        assertThrows(IllegalArgumentException.class, () -> ImageId.of(new byte[19], "01"));
        assertThrows(IllegalArgumentException.class, () -> ImageId.of(new byte[25], "01"));
        assertThrows(IllegalArgumentException.class, () -> ImageId.of(new byte[20], "1"));
    }

    @Test
    void saysTheBadValueShortAndOnOneLine() {
        String bad = "a\r\nb\u2028" + "c".repeat(10_000);
        var refusal = assertThrows(IllegalArgumentException.class, () -> new ImageId(bad));
        assertEquals("not an image ID: 'a??b?" + "c".repeat(75) + "...'", refusal.getMessage());
    }
}
