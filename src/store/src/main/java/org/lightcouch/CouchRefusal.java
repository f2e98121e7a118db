package org.lightcouch;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/// CouchDB has answered, but not what was asked for. (LightCouch's own exceptions do not tell 401 from 500.)
public final class CouchRefusal extends CouchDbException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String reason;

    CouchRefusal(int status, JsonObject answer) {
        super(status + " " + text(answer, "error") + ": " + text(answer, "reason"));
        this.status = status;
        this.reason = text(answer, "reason");
    }

    private static String text(JsonObject answer, String name) {
        JsonElement value = answer.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }

    /// That of HTTP.
    public int status() {
        return status;
    }

    /// In CouchDB's words; may be empty.
    public String reason() {
        return reason;
    }
}
