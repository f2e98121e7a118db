package org.huimages.vips;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.huimages.testkit.hostile.ProfileMaker;
import org.huimages.testkit.hostile.TableProfiles;
import org.junit.jupiter.api.Test;

class ProfileTablesTest {
    @Test
    void anOrdinaryProfileFits() {
        assertTrue(fit(ProfileMaker.rgb()));
        assertTrue(fit(TableProfiles.plain("RGB ", 3, 3, 2)));
        assertTrue(fit(TableProfiles.inParts("RGB ", 3, 3, 2)));
        assertTrue(fit(TableProfiles.floats("RGB ", 3, 3, 2)));
    }

    @Test
    void aTableThatClaimsMorePointsThanTheProfileHasBytesDoesNotFit() {
        assertFalse(fit(TableProfiles.plain("RGB ", 3, 15, 255)));
        assertFalse(fit(TableProfiles.inParts("RGB ", 4, 3, 95)));
        assertFalse(fit(TableProfiles.floats("RGB ", 3, 7, 255)));
        assertFalse(fit(TableProfiles.floats("RGB ", 17, 1, 1)));
        assertFalse(fit(TableProfiles.floats("RGB ", 0x8000, 1, 1)));
    }

    @Test
    void whatIsNoProfileHasNoTables() {
        assertTrue(fit(new byte[0]));
        assertTrue(fit(new byte[131]));
        assertTrue(fit(new byte[1000]));
    }

    @Test
    void whatLiesOutsideTheProfileIsPassedOver() {
        byte[] profile = TableProfiles.plain("RGB ", 3, 15, 255);
        for (int length = 0; length < 180; length++) {
            assertTrue(fit(Arrays.copyOf(profile, length)), "length " + length);
        }
    }

    private static boolean fit(byte[] profile) {
        return new ProfileTables(ByteBuffer.wrap(profile)).fit();
    }
}
