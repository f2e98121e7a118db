package org.huimages.pixel;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.junit.jupiter.api.Test;

class RenderControlTest {
    private final RenderControl control = new RenderControl();
    private final AtomicInteger stops = new AtomicInteger();

    @Test
    void atFirstNothingIsCancelled() {
        assertFalse(control.cancelled());
        assertDoesNotThrow(control::check);
    }

    @Test
    void cancelledItIsUnavailable() {
        control.cancel();
        assertTrue(control.cancelled());
        Failure failure = assertThrows(FailureException.class, control::check).failure();
        assertInstanceOf(Failure.Unavailable.class, failure);
    }

    @Test
    void eachCancelStopsWhatIsArmed() {
        control.arm(stops::incrementAndGet);
        assertEquals(0, stops.get());
        control.cancel();
        control.cancel();
        assertEquals(2, stops.get());
    }

    @Test
    void whatIsArmedTooLateIsStoppedAtOnce() {
        control.cancel();
        control.arm(stops::incrementAndGet);
        assertEquals(1, stops.get());
    }

    @Test
    void disarmedNothingIsTouched() {
        control.arm(stops::incrementAndGet);
        control.disarm();
        control.cancel();
        assertEquals(0, stops.get());
        assertTrue(control.cancelled());
    }

    @Test
    void onlyWhatWasArmedLastIsStopped() {
        control.arm(stops::incrementAndGet);
        control.arm(() -> stops.addAndGet(10));
        control.cancel();
        assertEquals(10, stops.get());
    }
}
