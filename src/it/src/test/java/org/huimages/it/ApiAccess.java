package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Who may call what, by the users of a real Realm.
abstract class ApiAccess {
    private static final String NO_PICTURE = "A".repeat(32) + "01";
    private static final List<String> LADDER = List.of("", "huimages-reader", "huimages-editor", "huimages-admin");

    private final Api api;

    ApiAccess(Api api) {
        this.api = api.unnoted();
    }

    /// Every call and parameter of the served description, by everybody.
    @Test
    void everyCallAsksForTheRoleThatItIsDescribedWith() {
        Map<String, String> described = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        api.description().operations().forEach((call, operation) -> {
            List<User> needed =
                    List.of(User.NOBODY, User.STRANGER, User.MONITOR, User.OTHER_READER, User.EDITOR, User.ADMIN);
            for (User user : needed) {
                String role = role(operation);
                described.put(call + " by " + user, mayAs(user, role));
                found.put(call + " by " + user, asked(user, call));
                operation.path("parameters").forEach(parameter -> {
                    String own = parameter.path("x-role").asString("");
                    if (!own.isEmpty()) {
                        String name = parameter.get("name").asString();
                        described.put(call + " with " + name + " by " + user, mayAs(user, own));
                        found.put(call + " with " + name + " by " + user, asked(user, call + "?" + name + "=now"));
                    }
                });
            }
        });
        assertTrue(described.size() > 100, "hardly anything is described");
        found.entrySet().removeIf(call -> call.getValue().equals(described.get(call.getKey())));
        assertEquals(Map.of(), found, "not as described");
    }

    private static String role(JsonNode operation) {
        return operation.at("/security/0/basic/0").asString("");
    }

    private static String mayAs(User user, String role) {
        boolean may = Math.max(0, LADDER.indexOf(user.role)) >= LADDER.indexOf(role);
        return may ? "yes" : user == User.NOBODY ? "401" : "403";
    }

    private String asked(User user, String call) {
        String[] words = call.replace("{id}", NO_PICTURE)
                .replace("{user}", user == User.NOBODY ? "x" : user.title)
                .replace("{n}", "1")
                .split(" ", 2);
        int status = api.as(user).send(words[0], "/api" + words[1]).status();
        return status == 401 || status == 403 ? Integer.toString(status) : "yes";
    }

    @Test
    void aWrongPasswordIsRefusedAndOnlyProgramsAreAskedAgain() {
        Api wrong = api.as(User.NOBODY).with("Authorization", Http.basic("sam", "wrong"));
        assertEquals(
                "Basic realm=\"huImages\", charset=\"UTF-8\"",
                wrong.get("/api/session").is(401).header("WWW-Authenticate"));
        Answer script = wrong.with("Sec-Fetch-Mode", "cors").get("/api/session").is(401);
        assertEquals("", script.header("WWW-Authenticate"));
        Answer old = wrong.with("X-Requested-With", "XMLHttpRequest").get("/api/session");
        assertEquals("", old.is(401).header("WWW-Authenticate"));
        api.as(User.STRANGER).get("/api/session").is(200);
    }

    @Test
    void fiveWrongPasswordsLockAName() {
        Api vera = api.as(User.VICTIM);
        vera.get("/api/images").is(200);
        for (int i = 0; i < 5; i++) {
            api.as(User.NOBODY)
                    .with("Authorization", Http.basic("vera", "guess " + i))
                    .get("/api/images")
                    .is(401);
        }
        vera.get("/api/images").is(401);
        api.as(User.READER).get("/api/images").is(200);
    }

    @Test
    void pagesOfOtherSitesChangeNothing() {
        Api ann = api.as(User.EDITOR);
        String path = "/api/images/" + NO_PICTURE;
        for (String origin : List.of("https://evil.example", "null", api.http().base() + "0")) {
            ann.with("Origin", origin).send("DELETE", path).is(403);
            ann.with("Origin", origin).get("/api/images").is(200);
        }
        ann.with("Origin", api.http().base().toString()).send("DELETE", path).is(404);
    }
}
