package org.huimages.it;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.huimages.testkit.api.ApiDescription;

/// What tests have called with success: each call, and each with each of its parameters.
final class CallBook {
    private static final Pattern BETWEEN = Pattern.compile("[?&]");
    private static final int FIRST_FAILURE = 400;

    private final Set<String> called = ConcurrentHashMap.newKeySet();

    void note(ApiDescription description, String method, String address, int status) {
        if (status < FIRST_FAILURE) {
            description.call(method, address).ifPresent(call -> {
                called.add(call);
                BETWEEN.splitAsStream(address)
                        .skip(1)
                        .map(parameter -> parameter.replaceFirst("=.*", ""))
                        .forEach(name -> called.add(call + "?" + name.replaceFirst("^ref\\..*", "ref.{key}")));
            });
        }
    }

    SortedSet<String> called() {
        return new TreeSet<>(called);
    }
}
