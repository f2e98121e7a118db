package org.huimages.url;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secrets that allow a rendition to be made: who has them can write addresses that a server which demands
/// signatures will follow. Immutable and thread-safe; secrets never show in [#toString].
///
/// Signed are size, ID, format and expiry (HMAC-SHA256, RFC 2104). The name in an address is not, so that it can
/// be changed; nor is the server, so that pictures can move.
public final class SigningKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "huimages-1";
    private static final int SHORTEST_SECRET = 16;
    private static final Pattern ENTRY = Pattern.compile("([A-Za-z0-9_-]{1,32}):((?:[0-9a-fA-F]{2})+)");

    private final Map<String, SecretKeySpec> keys;
    private final String signer;

    private SigningKeys(Map<String, SecretKeySpec> keys) {
        this.keys = keys;
        this.signer = keys.keySet().iterator().next();
    }

    /// Reads `id:hex,id:hex`: the first key signs, all of them verify, so that one can follow the other without a
    /// gap. An ID has letters, digits, `_` and `-`; a secret has 16 bytes at least.
    ///
    /// @throws IllegalArgumentException if the text is not of this form; the message holds no secret
    public static SigningKeys parse(String text) {
        Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
        for (String entry : text.split(",", -1)) {
            Matcher matcher = ENTRY.matcher(entry.strip());
            if (!matcher.matches() || matcher.group(2).length() < 2 * SHORTEST_SECRET) {
                throw new IllegalArgumentException("keys have the form id:hex,id:hex with 16 bytes at least");
            }
            byte[] secret = HexFormat.of().parseHex(matcher.group(2));
            if (keys.put(matcher.group(1), new SecretKeySpec(secret, ALGORITHM)) != null) {
                throw new IllegalArgumentException("the key " + matcher.group(1) + " is there twice");
            }
        }
        return new SigningKeys(keys);
    }

    /// Signs with the first key.
    ///
    /// @param expires the moment, in whole seconds, from which on it is no longer valid; never, if empty
    public Signature sign(ImagePath path, Optional<Instant> expires) {
        Optional<Instant> whole = expires.map(moment -> Instant.ofEpochSecond(moment.getEpochSecond()));
        return new Signature(signer, whole, mac(signer, path, whole));
    }

    /// Whether `signature` allows `path` at this moment. Takes the same time wherever a wrong one differs.
    public Verdict verify(ImagePath path, Signature signature, Instant now) {
        if (!keys.containsKey(signature.keyId())) {
            return Verdict.UNKNOWN_KEY;
        }
        byte[] expected = mac(signature.keyId(), path, signature.expires());
        if (!MessageDigest.isEqual(expected, signature.mac())) {
            return Verdict.WRONG;
        }
        boolean expired = signature.expires().filter(end -> !now.isBefore(end)).isPresent();
        return expired ? Verdict.EXPIRED : Verdict.VALID;
    }

    private byte[] mac(String keyId, ImagePath path, Optional<Instant> expires) {
        String text = String.join(
                "\n",
                VERSION,
                path.size().text(),
                path.id().text(),
                path.extension().format().extension(),
                Signature.expiryText(expires));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(keys.get(keyId));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The IDs of the keys, the signing one first.
    @Override
    public String toString() {
        return "SigningKeys" + keys.keySet();
    }

    /// What came of looking at a signature.
    public enum Verdict {
        VALID,
        EXPIRED,
        UNKNOWN_KEY,
        WRONG
    }
}
