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
    private static final String READ = JsonBody.class.getName() + ".read";

    private JsonBody() {}

    /// Reads it ahead, on the container's thread: there a body that breaks off is refused for certain (see
    /// [GuardedBody]), and one that is so short holds nobody up. What else is wrong with it is told by [#members].
    ///
    /// @throws FailureException [Failure.BadRequest] if it breaks off
    public static void read(HttpServletRequest request) {
        if (JSON.equals(mediaType(request))) {
            request.setAttribute(READ, bytes(request));
        }
    }

    /// Its members, in their order.
    ///
    /// @throws FailureException [Failure.UnsupportedType] if it is not called `application/json`;
    ///     [Failure.TooLarge]; [Failure.BadRequest] if it is none; [Failure.Unprocessable] if it is no object, or
    ///     too deeply nested
    public static SequencedMap<String, JsonText> members(HttpServletRequest request) {
        if (!JSON.equals(mediaType(request))) {
            throw new Failure.UnsupportedType("send a JSON object (Content-Type: application/json)").exception();
        }
        byte[] body = request.getAttribute(READ) instanceof byte[] read ? read : bytes(request);
        if (body.length > LONGEST) {
            throw new Failure.TooLarge("a body over %d bytes is not accepted".formatted(LONGEST)).exception();
        }
        return JsonParts.members(body);
    }

    private static String mediaType(HttpServletRequest request) {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    private static byte[] bytes(HttpServletRequest request) {
        try {
            return new GuardedBody(request).getInputStream().readNBytes(LONGEST + 1);
        } catch (IOException broken) {
            throw new Failure.BadRequest("the body broke off").exception(broken);
        }
    }
}
