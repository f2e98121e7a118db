package org.huimages.url;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Base32Test {
    /// RFC 4648, section 10; the others there are padded.
    @Test
    void knowsTheVectorsOfTheStandard() {
        assertEquals("", Base32.encode(new byte[0]));
        assertEquals("MZXW6YTB", Base32.encode("fooba".getBytes(US_ASCII)));
        assertEquals("MZXW6YTBMZXW6YTB", Base32.encode("foobafooba".getBytes(US_ASCII)));
        assertArrayEquals("fooba".getBytes(US_ASCII), Base32.decode("MZXW6YTB"));
    }

    @Test
    void usesTheWholeAlphabetInOrder() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        assertEquals(alphabet, Base32.encode(Base32.decode(alphabet)));
        assertEquals("77777777", Base32.encode(new byte[] {-1, -1, -1, -1, -1}));
        assertEquals("AAAAAAAB", Base32.encode(new byte[] {0, 0, 0, 0, 1}));
    }

    @Property
    void decodeIsTheInverseOfEncode(@ForAll @Size(20) byte[] bytes) {
        assertArrayEquals(bytes, Base32.decode(Base32.encode(bytes)));
    }
}
