package org.huimages.webapp.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedMap;
import org.huimages.catalog.JsonText;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;

/// Reads the JSON object that a request brings.
public final class JsonBody {
    private static final int LONGEST = 256 * 1024;
    private static final String JSON = "application/json";

    private JsonBody() {}

    /// Its members, in their order.
    ///
    /// @throws FailureException [Failure.UnsupportedType] if it is not called `application/json`;
    ///     [Failure.TooLarge]; [Failure.BadRequest] if it is none; [Failure.Unprocessable] if it is no object, or
    ///     too deeply nested
    public static SequencedMap<String, JsonText> members(HttpServletRequest request) {
        if (!JSON.equals(mediaType(request))) {
            throw new Failure.UnsupportedType("send a JSON object (Content-Type: application/json)").exception();
        }
        byte[] body = body(request);
        if (body.length > LONGEST) {
            throw new Failure.TooLarge("a body over %d bytes is not accepted".formatted(LONGEST)).exception();
        }
        return JsonParts.members(body);
    }

    private static String mediaType(HttpServletRequest request) {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    private static byte[] body(HttpServletRequest request) {
        try {
            return request.getInputStream().readNBytes(LONGEST + 1);
        } catch (IOException broken) {
            throw new Failure.BadRequest("the body broke off").exception(broken);
        }
    }
}
