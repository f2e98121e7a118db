package org.huimages.webapp.api;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
    private static final EntityTag TAG = new EntityTag("v1", "f1");

    @ParameterizedTest
    @ValueSource(strings = {"\"v1.f1\"", "W/\"v1.f1\"", "\"x\", \"v1.f1\"", "\"x\",W/\"v1.f1\",\"y\"", "*", " * "})
    void whoHasThisFormKeepsIt(String ifNoneMatch) {
        assertTrue(TAG.isKept(ifNoneMatch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1.f1", "\"v1.f2\"", "\"v1\"", "\"v2.f1\"", "\"V1.F1\"", "\"v1.f1", "**"})
    void whoHasAnotherFormGetsIt(String ifNoneMatch) {
        assertFalse(TAG.isKept(ifNoneMatch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v1.f1\"", "\"v1.f2\"", "\"x\", \"v1.f2\"", "W/\"v1.f1\"", "*"})
    void whoHasSeenAnyFormOfThisVersionMayChangeIt(String ifMatch) {
        assertDoesNotThrow(() -> EntityTag.check(ifMatch, "v1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v2.f1\"", "\"v1\"", "\"v11.f1\"", "\"\"", "\"x\", \"y\""})
    void whoHasSeenAnotherVersionMayNot(String ifMatch) {
        assertInstanceOf(Failure.Changed.class, refusal(ifMatch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1.f1", "\"v1.f1"})
    void whatIsNoETagIsRefused(String ifMatch) {
        assertInstanceOf(Failure.BadRequest.class, refusal(ifMatch));
    }

    private static Failure refusal(String ifMatch) {
        return assertThrows(FailureException.class, () -> EntityTag.check(ifMatch, "v1"))
                .failure();
    }

    @Test
    void hashesAreShortAndTellTextsApart() {
        assertEquals(EntityTag.hash("a"), EntityTag.hash("a"));
        assertNotEquals(EntityTag.hash("a"), EntityTag.hash("b"));
        assertTrue(EntityTag.hash("").matches("[A-Za-z0-9_-]{16}"));
    }
}
