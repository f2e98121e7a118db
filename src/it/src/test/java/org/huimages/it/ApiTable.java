package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The table of calls in the manual, the description that is served, and what the tests before this one have
/// called: all three have to be the same.
abstract class ApiTable {
    private final Api api;
    private final ManualTable manual = ManualTable.read();

    ApiTable(Api api) {
        this.api = api;
    }

    @Test
    void everyCallAndParameterThatIsDescribedWasTried() {
        SortedSet<String> untried = new TreeSet<>();
        api.description().operations().forEach((call, operation) -> {
            untried.add(call);
            operation.path("parameters").forEach(parameter -> {
                if ("query".equals(parameter.get("in").asString())) {
                    untried.add(call + "?" + parameter.get("name").asString());
                }
            });
        });
        assertTrue(untried.size() > 30, "hardly anything is described");
        untried.removeAll(api.calls().called());
        assertEquals(new TreeSet<>(), untried, "add a test beside ApiLists, ApiDocuments, ...");
    }

    @Test
    void theManualHasEveryCallWithItsRole() {
        Map<String, String> described = new TreeMap<>();
        api.description().operations().forEach((call, operation) -> {
            described.put(call, operation.at("/security/0/basic/0").asString("").replace("huimages-", ""));
            operation.path("parameters").forEach(parameter -> {
                String role = parameter.path("x-role").asString("").replace("huimages-", "");
                if ("admin".equals(role)) {
                    described.put(call + "?" + parameter.get("name").asString(), role);
                }
            });
        });
        described.put("GET /health/live", "");
        described.put("GET /health/ready", "");
        described.put("GET /metrics", "monitor");
        assertEquals(described, manual.roles());
    }

    @Test
    void theManualTellsOfEveryParameterAndField() {
        SortedSet<String> missing = new TreeSet<>();
        api.description().operations().forEach((call, operation) -> {
            operation.path("parameters").forEach(parameter -> {
                missing.add(parameter.get("name").asString());
            });
        });
        for (String schema : new String[] {"Patch", "MarksChange"}) {
            missing.addAll(api.description()
                    .document()
                    .at("/components/schemas/" + schema + "/properties")
                    .propertyNames());
        }
        missing.remove("If-None-Match"); // "with an ETag" says it to who knows HTTP
        missing.removeIf(manual::tellsOf);
        assertEquals(new TreeSet<>(), missing);
    }
}
