package org.huimages.url;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Leave to make one rendition, as it stands in the query of its address: `sig=KEY.EXPIRY.MAC`.
///
/// A front proxy that sends finished files does not look at it: reading needs no signature, making does.
///
/// @param keyId which of the server's keys signed
/// @param expires the moment, in whole seconds, from which on it is no longer valid; never, if empty
/// @param mac 32 bytes
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record Signature(String keyId, Optional<Instant> expires, byte[] mac) {
    /// The name of the query parameter.
    public static final String PARAMETER = "sig";

    private static final int MAC_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{1,32})\\.([0-9]{0,11})\\.([A-Za-z0-9_-]{43})");

    public Signature {
        if (mac.length != MAC_BYTES) {
            throw new IllegalArgumentException("a signature has " + MAC_BYTES + " bytes, not " + mac.length);
        }
        mac = mac.clone();
    }

    @Override
    public byte[] mac() {
        return mac.clone();
    }

    /// The inverse of [#text]; empty for anything else.
    public static Optional<Signature> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Signature(form.group(1), expiry(form.group(2)), mac(form.group(3))))
                        .filter(signature -> signature.text().equals(text))
                : Optional.empty();
    }

    private static Optional<Instant> expiry(String seconds) {
        return seconds.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)));
    }

    private static byte[] mac(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    static String expiryText(Optional<Instant> expires) {
        return expires.map(moment -> Long.toString(moment.getEpochSecond())).orElse("");
    }

    /// `KEY.EXPIRY.MAC`: the expiry in seconds since 1970, or nothing; the MAC in base64url without padding.
    /// Needs no escaping in a query.
    public String text() {
        return keyId + "." + expiryText(expires) + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signature that
                && keyId.equals(that.keyId)
                && expires.equals(that.expires)
                && Arrays.equals(mac, that.mac);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(mac);
    }

    @Override
    public String toString() {
        return text();
    }
}
