package org.huimages.client.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.huimages.client.json.Json;

/// What came back.
///
/// @param etag of what is in it
/// @param retryAfter seconds, if the server names them
/// @param body all of it
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Answer(int status, Optional<String> etag, Optional<String> retryAfter, byte[] body) {
    private static final int LONGEST_WAIT = 5;

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// What it says of a refusal: problems have their text in a member (RFC 9457); those of pictures are one line.
    public String refusal() {
        try {
            return Json.parse(text()).get("detail").map(Json::plain).orElse(text());
        } catch (IllegalArgumentException noJson) {
            return text().lines().findFirst().orElse("");
        }
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /// Whether the server asks to be called again.
    boolean isBusy() {
        return status == 503 || status == 429;
    }

    /// Seconds to wait for that: as it says, but 5 at most.
    int pause() {
        return retryAfter
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(text -> Math.min(LONGEST_WAIT, Integer.parseInt(text)))
                .orElse(1);
    }
}
