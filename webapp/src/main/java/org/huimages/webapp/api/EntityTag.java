package org.huimages.webapp.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;

/// The ETag of a document (RFC 9110, section 8.8.3). One document is shown differently to different callers, so it
/// has two parts: who wants to change it (`If-Match`) may have seen any of its forms, who keeps it
/// (`If-None-Match`) has to have seen this one.
///
/// @param version of the document
/// @param form of what is shown of it
record EntityTag(String version, String form) {
    private static final Pattern TAG = Pattern.compile("\"([^\"]*)\"");
    private static final String ANY = "*";
    private static final int BYTES = 12;

    /// As it stands in a header.
    String header() {
        return "\"" + version + "." + form + "\"";
    }

    /// Whether the caller, by his `If-None-Match`, has what would be sent.
    boolean isKept(String ifNoneMatch) {
        return ifNoneMatch.strip().equals(ANY) || tags(ifNoneMatch).anyMatch(tag -> tag.equals(version + "." + form));
    }

    /// A weak tag (`W/`) counts as well: a proxy that compresses answers makes all tags weak, and the version in
    /// it is as exact as before.
    ///
    /// @throws FailureException [Failure.Changed] if the caller, by his `If-Match`, has seen another version;
    ///     [Failure.BadRequest] if that is not a list of ETags
    static void check(String ifMatch, String version) {
        if (ifMatch.strip().equals(ANY)) {
            return;
        }
        if (tags(ifMatch).findAny().isEmpty()) {
            throw new Failure.BadRequest("the header If-Match cannot be read").exception();
        }
        if (tags(ifMatch).noneMatch(tag -> tag.startsWith(version + "."))) {
            throw new Failure.Changed("the document has changed since you fetched it").exception();
        }
    }

    private static Stream<String> tags(String header) {
        return TAG.matcher(header).results().map(tag -> tag.group(1));
    }

    /// A part of a tag: the same for the same text.
    static String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sum, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
