package org.huimages.it;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One request for a picture and what comes back, from Tomcat alone and through a proxy alike.
///
/// @param what said in words
/// @param target `ID` stands for the ID of a picture whose 240x160 and 64x64! are in the cache, `TAG` for the ETag
/// @param headers of the request, whole lines
/// @param status what Tomcat answers
/// @param proxyStatus what the proxy answers, where it does so itself and otherwise
/// @param expected headers of both answers, in part
record Exchange(
        String what,
        String method,
        String target,
        List<String> headers,
        int status,
        Optional<Integer> proxyStatus,
        Map<String, String> expected) {

    static Exchange get(String what, int status, String target, String... headers) {
        return new Exchange(what, "GET", target, List.of(headers), status, Optional.empty(), Map.of());
    }

    static Exchange send(String what, int status, String method, String target) {
        return new Exchange(what, method, target, List.of(), status, Optional.empty(), Map.of());
    }

    /// Deliberately not the same; `what` says why.
    Exchange butProxy(int other) {
        return new Exchange(what, method, target, headers, status, Optional.of(other), expected);
    }

    Exchange with(String header, String value) {
        Map<String, String> more = new TreeMap<>(expected);
        more.put(header, value);
        return new Exchange(what, method, target, headers, status, proxyStatus, Map.copyOf(more));
    }

    @Override
    public String toString() {
        return what + ": " + method + " " + (target.length() > 100 ? target.substring(0, 100) + "…" : target);
    }
}
