package org.huimages.webapp.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/// Who asks, as far as that can be told without asking back. Behind a proxy it is what Tomcat's RemoteIpValve
/// makes of it.
public final class Client {
    private static final int NETWORK_BYTES = 8;

    private Client() {}

    /// The address, or of an IPv6 address the network: each household has 2^64 of them.
    public static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    static String of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
