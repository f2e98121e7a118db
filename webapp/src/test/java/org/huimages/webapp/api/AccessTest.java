package org.huimages.webapp.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.catalina.LifecycleException;
import org.huimages.catalog.Audience;
import org.huimages.testkit.SampleDocument;
import org.huimages.testkit.Samples;
import org.huimages.webapp.http.Access;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may call what: every call by everybody, compared with a table.
class AccessTest {
    private static final List<String> USERS =
            List.of("", TestRealm.MONITOR, TestRealm.READER, TestRealm.EDITOR, TestRealm.ADMIN);

    /// Y for each who may: nobody in particular, monitor, reader, editor, admin.
    private static final Map<String, String> TABLE = table("""
            POST /images                        . . . Y Y
            GET /images                         . . Y Y Y
            GET /images?tag=x                   . . Y Y Y
            GET /images?favorite=ann            . . Y Y Y
            GET /images?trash=true              . . . Y Y
            GET /images/random                  . . Y Y Y
            GET /images/{id}                    Y Y Y Y Y
            PATCH /images/{id}                  . . . Y Y
            DELETE /images/{id}                 . . . Y Y
            DELETE /images/{id}?purge=now       . . . . Y
            POST /images/{id}/restore           . . . Y Y
            GET /images/{id}/next               . . Y Y Y
            GET /images/{id}/previous           . . Y Y Y
            GET /images/{id}/users/{user}       . . . Y Y
            GET /images/{id}/users/rita         . . Y Y Y
            PUT /images/{id}/users/{user}       . . . Y Y
            PUT /images/{id}/users/rita         . . Y Y Y
            GET /tags                           . . Y Y Y
            DELETE /images/{id}/renditions      . . . Y Y
            GET /cache                          . . . . Y
            POST /cache/warm                    . . . Y Y
            GET /jobs                           . . . . Y
            POST /jobs                          . . . . Y
            GET /jobs/{n}                       . . . . Y
            DELETE /jobs/{n}                    . . . . Y
            GET /jobs/{n}/report                . . . . Y
            GET /explain?path=/                 . . . Y Y
            GET /session                        Y Y Y Y Y
            GET /openapi.json                   Y Y Y Y Y
            """);

    /// What is otherwise where everybody may browse.
    private static final Map<String, String> TABLE_OF_PUBLIC = table("""
            GET /images                         Y Y Y Y Y
            GET /images?tag=x                   Y Y Y Y Y
            GET /images/random                  Y Y Y Y Y
            GET /images/{id}/next               Y Y Y Y Y
            GET /images/{id}/previous           Y Y Y Y Y
            GET /tags                           Y Y Y Y Y
            """);

    @TempDir
    Path folder;

    private static Map<String, String> table(String text) {
        return text.lines()
                .map(line -> line.split(" {2,}"))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1], (one, other) -> one, TreeMap::new));
    }

    @Test
    void everybodyMayWhatTheTableSays() throws Exception {
        try (ApiServer server = new ApiServer(folder)) {
            assertEquals(TABLE, called(server, TABLE));
        }
    }

    @Test
    void whereEverybodyMayBrowseOnlyListsAreOtherwise() throws Exception {
        Map<String, String> table = new TreeMap<>(TABLE);
        table.putAll(TABLE_OF_PUBLIC);
        try (ApiServer server = new ApiServer(folder, Audience.PUBLIC)) {
            assertEquals(table, called(server, table));
        }
    }

    /// The table as it turns out to be.
    private static Map<String, String> called(ApiServer server, Map<String, String> calls) {
        server.save(new SampleDocument(1).get());
        return calls.keySet().stream()
                .collect(Collectors.toMap(
                        call -> call,
                        call -> USERS.stream()
                                .map(user -> cell(server, user, call))
                                .collect(Collectors.joining(" ")),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static String cell(ApiServer server, String user, String call) {
        Caller caller = user.isEmpty() ? server.anybody() : server.as(user);
        String[] words = call.replace("{id}", Samples.id(1).text())
                .replace("{user}", "somebody")
                .replace("{n}", "1")
                .split(" ", 2);
        int status = caller.send(words[0], "/api" + words[1]).status();
        if (status == 401) {
            assertTrue(user.isEmpty(), call + " does not know " + user);
        } else if (status == 403) {
            assertFalse(user.isEmpty(), call + " does not ask who calls");
        }
        return status == 401 || status == 403 ? "." : "Y";
    }

    @Test
    void everyRouteIsInTheTableAndNamesItsRule() throws Exception {
        try (ApiServer server = new ApiServer(folder)) {
            for (Route route : server.parts.routes()) {
                String row = TABLE.get(route.method() + " " + route.template());
                String reader = TABLE.getOrDefault(route.method() + " " + route.template() + "?path=/", "");
                assertEquals(row == null ? reader : row, asRow(route), route.method() + " " + route.template());
            }
        }
    }

    /// For marks the rule of the route is the least, for a user's own; the table has both.
    private static String asRow(Route route) {
        String row = switch (route.access()) {
            case ANYONE -> "Y Y Y Y Y";
            case READER -> route.template().endsWith("{user}") ? ". . . Y Y" : ". . Y Y Y";
            case EDITOR -> ". . . Y Y";
            case ADMIN -> ". . . . Y";
            case MONITOR -> ". Y . . .";
        };
        assertTrue(
                route.parameters().values().stream().allMatch(access -> access.compareTo(route.access()) >= 0),
                "a parameter that gives more rights than the call: " + route);
        return row;
    }

    @Test
    void changesAreNeverForAnyone() throws Exception {
        try (ApiServer server = new ApiServer(folder, Audience.PUBLIC)) {
            server.parts.routes().stream()
                    .filter(route -> !route.method().equals("GET"))
                    .forEach(route -> assertFalse(route.access() == Access.ANYONE, route.template()));
        }
    }

    @Test
    void aWrongPasswordIsRefusedEvenWhereNoneIsNeeded() throws IOException, LifecycleException {
        try (ApiServer server = new ApiServer(folder)) {
            Caller wrong = server.anybody().with("Authorization", Caller.basic("ann", "wrong"));
            assertEquals(
                    "Basic realm=\"huImages\", charset=\"UTF-8\"",
                    wrong.get("/api/session").is(401).header("WWW-Authenticate"));
            wrong.with("Sec-Fetch-Mode", "cors").get("/api/session").is(401);
            assertEquals(
                    "", wrong.with("Sec-Fetch-Mode", "cors").get("/api/session").header("WWW-Authenticate"));
            server.anybody()
                    .with("Authorization", "Basic ###")
                    .get("/api/session")
                    .is(400);
        }
    }

    @Test
    void whatIsNotThereCannotBeCalled() throws IOException, LifecycleException {
        try (ApiServer server = new ApiServer(folder)) {
            Caller root = server.as(TestRealm.ADMIN);
            root.get("/api").is(404);
            root.get("/api/").is(404);
            root.get("/api/nothing").is(404);
            root.get("/api/images/").is(404);
            root.get("/api/images//next").is(404);
            assertEquals("GET, HEAD, POST", allowed(root, "DELETE", "/api/images"));
            assertEquals("GET, HEAD", allowed(root, "POST", "/api/tags"));
            assertEquals("GET, HEAD, PUT", allowed(root, "DELETE", "/api/images/x/users/y"));
        }
    }

    private static String allowed(Caller caller, String method, String path) {
        List<String> methods =
                List.of(caller.send(method, path).is(405).header("Allow").split(", "));
        return methods.stream().sorted().collect(Collectors.joining(", "));
    }
}
