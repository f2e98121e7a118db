package org.huimages.cli.server;

import java.util.LinkedHashMap;
import java.util.Map;
import org.huimages.client.json.Json;

/// The members of an object, as the server answers with; what is not there is empty, or nothing.
public record Fields(Json json) {

    /// An object with one member.
    public static Json of(String name, Json value) {
        return new Json.Members(Map.of(name, value));
    }

    /// An object with two members, in this order.
    public static Json of(String name, Json value, String next, Json nextValue) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put(name, value);
        members.put(next, nextValue);
        return new Json.Members(members);
    }

    public String text(String name) {
        return json.get(name).map(Json::plain).orElse("");
    }

    public long number(String name) {
        return json.get(name).map(Json::text).map(Long::valueOf).orElse(0L);
    }

    public double real(String name) {
        return json.get(name).map(Json::text).map(Double::valueOf).orElse(0.0);
    }

    public Fields fields(String name) {
        return new Fields(json.get(name).orElseGet(Json::nothing));
    }
}
