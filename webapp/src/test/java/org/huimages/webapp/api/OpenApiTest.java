package org.huimages.webapp.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huimages.catalog.Audience;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The OpenAPI document says what the routes say, no more and no less.
class OpenApiTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final Map<Access, String> ROLES = Map.of(
            Access.READER, "huimages-reader",
            Access.EDITOR, "huimages-editor",
            Access.ADMIN, "huimages-admin");

    @TempDir
    Path folder;

    private ApiServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ApiServer(folder);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private Map<String, Route> routes() {
        return byCall(server.parts);
    }

    /// Where everybody may browse it can be told which parameters need a role.
    private Map<String, Route> routesOfPublic() {
        ApiParts parts = server.parts;
        return byCall(new ApiParts(
                parts.uploads(),
                parts.reader(),
                parts.catalog(),
                parts.edits(),
                parts.workshop(),
                parts.warmer(),
                parts.jobs(),
                parts.view(),
                Audience.PUBLIC,
                parts.clock()));
    }

    private static Map<String, Route> byCall(ApiParts parts) {
        return parts.routes().stream()
                .collect(Collectors.toMap(
                        route -> route.method() + " " + route.template(),
                        route -> route,
                        (one, other) -> one,
                        TreeMap::new));
    }

    @Test
    void itIsServedWithTheAddressOfThisServer() {
        Answer answer = server.anybody().get("/api/openapi.json").is(200);
        assertEquals("application/json", answer.type());
        assertEquals("/img/api", answer.body().at("/servers/0/url").asString());
        assertEquals(Described.DOCUMENT.get("paths"), answer.body().get("paths"));
    }

    @Test
    void everyCallIsDescribedAndEveryDescribedCallIsThere() {
        assertEquals(
                new TreeSet<>(routes().keySet()),
                new TreeSet<>(Described.operations().keySet()));
    }

    @Test
    void everyParameterIsDescribedWithWhoMayUseIt() {
        routesOfPublic().forEach((call, route) -> {
            JsonNode operation = operation(call);
            assertEquals(route.parameters().keySet(), names(operation, "query"), call);
            assertEquals(variables(route.template()), names(operation, "path"), call);
            route.parameters()
                    .forEach((name, access) -> assertEquals(
                            access == route.access() ? "" : ROLES.get(access),
                            parameter(operation, name).path("x-role").asString(""),
                            call + " " + name));
        });
    }

    private static JsonNode operation(String call) {
        return Objects.requireNonNull(Described.operations().get(call), call);
    }

    private static Set<String> names(JsonNode operation, String in) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> in.equals(parameter.get("in").asString()))
                .map(parameter -> parameter.get("name").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode parameter(JsonNode operation, String name) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> name.equals(parameter.get("name").asString()))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> variables(String template) {
        return VARIABLE.matcher(template)
                .results()
                .map(variable -> variable.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// And that a page that changes something needs the session's token.
    @Test
    void everyRoleIsDescribed() {
        routes().forEach((call, route) -> {
            String expected = "[{}]";
            if (route.access() != Access.ANYONE) {
                String roles = "[\"" + ROLES.get(route.access()) + "\"]";
                String token = "GET".equals(route.method()) ? "" : ",\"csrf\":[]";
                expected = "[{\"basic\":%s},{\"session\":%s%s}]".formatted(roles, roles, token);
            }
            assertEquals(expected, operation(call).get("security").toString(), call);
        });
    }

    @Test
    void everyStatusThatACallCanHaveByItsKindIsDescribed() {
        routes().forEach((call, route) -> {
            Set<String> wanted = new TreeSet<>(List.of("400", "401", "422"));
            wanted.addAll(route.access() == Access.ANYONE ? List.of() : List.of("403"));
            wanted.addAll(route.template().contains("{id}") ? List.of("404", "503") : List.of());
            wanted.addAll(Set.of("PATCH", "PUT").contains(route.method()) ? List.of("410", "413", "415") : List.of());
            Set<String> described =
                    new TreeSet<>(operation(call).get("responses").propertyNames());
            assertTrue(described.containsAll(wanted), () -> call + " has " + described + ", not all of " + wanted);
        });
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverySchemaIsUsed() {
        Set<String> targets = Described.DOCUMENT.findValues("$ref").stream()
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
        targets.forEach(
                target -> assertFalse(Described.DOCUMENT.at(target.substring(1)).isMissingNode(), target));
        for (String kind : List.of("schemas", "responses")) {
            Described.DOCUMENT
                    .at("/components/" + kind)
                    .propertyNames()
                    .forEach(name ->
                            assertTrue(targets.contains("#/components/" + kind + "/" + name), name + " is not used"));
        }
    }

    @Test
    void everySchemaIsOneByTheRulesOfJsonSchema() {
        var rules = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));
        List<JsonNode> schemas = new ArrayList<>(Described.DOCUMENT.findValues("schema"));
        Described.DOCUMENT.at("/components/schemas").forEach(schemas::add);
        assertTrue(schemas.size() > 40, "hardly any schemas were found");
        schemas.forEach(schema -> assertEquals(List.of(), rules.validate(schema), () -> "in " + schema));
        assertFalse(rules.validate(Json.object().put("type", "text")).isEmpty());
    }

    @Test
    void operationsHaveNamesOfTheirOwn() {
        List<String> names = Described.operations().values().stream()
                .map(operation -> operation.get("operationId").asString())
                .toList();
        assertEquals(names.size(), Set.copyOf(names).size());
    }

    @Test
    void theCheckOfAnswersFindsWhatIsWrong() {
        JsonNode page = Json.object().put("next", "x").set("images", Json.array());
        assertEquals(1, Described.errors(Described.schema("Page"), page).size());
        JsonNode document = Json.object().put("id", "x").put("colour", "red");
        assertTrue(Described.errors(Described.schema("Document"), document).size() > 10);
        assertEquals(
                List.of(),
                Described.errors(Described.schema("Patch"), Json.object().put("addTitle", "x")));
        assertEquals(
                1,
                Described.errors(Described.schema("Patch"), Json.object().put("colour", "x"))
                        .size());
    }
}
