package org.huimages.webapp.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ClientTest {
    @Test
    void anIpv4AddressIsAClient() {
        assertEquals("192.0.2.7", Client.of("192.0.2.7"));
        assertEquals(Client.of("192.0.2.7"), Client.of("::ffff:192.0.2.7"));
    }

    @Test
    void anIpv6NetworkIsOneClientHoweverManyAddressesItHas() {
        assertEquals(Client.of("2001:db8:1:2::1"), Client.of("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assertNotEquals(Client.of("2001:db8:1:2::1"), Client.of("2001:db8:1:3::1"));
    }

    @Test
    void whateverElseAProxySaysIsTakenAsItIs() {
        assertEquals("unknown", Client.of("unknown"));
    }
}
