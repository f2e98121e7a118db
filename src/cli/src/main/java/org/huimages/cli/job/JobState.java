package org.huimages.cli.job;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.huimages.cli.server.Fields;
import org.huimages.client.json.Json;

/// A job, as the server shows it.
///
/// @param json all that it says
record JobState(Json json) {
    private static final String RUNNING = "running";

    private String text(String name) {
        return new Fields(json).text(name);
    }

    private long number(String name) {
        return new Fields(json).number(name);
    }

    long number() {
        return number("number");
    }

    String kind() {
        return text("kind");
    }

    String state() {
        return text("state");
    }

    boolean isOver() {
        return !state().equals(RUNNING);
    }

    /// Whether it did what it was to do, with every picture.
    boolean isWell() {
        return state().equals("done") && failed() == 0;
    }

    /// Why it is over, if it is not done; empty else.
    String reason() {
        return text("reason");
    }

    /// What it waits for; empty if for nothing.
    String waiting() {
        return text("waiting");
    }

    /// What it is at.
    String phase() {
        return text("phase").isEmpty() ? kind() : text("phase");
    }

    OptionalLong total() {
        return json.get("total").isEmpty() ? OptionalLong.empty() : OptionalLong.of(number("total"));
    }

    long done() {
        return number("done");
    }

    long failed() {
        return number("failed");
    }

    long bytes() {
        return number("bytes");
    }

    /// How long its report is.
    long lines() {
        return number("lines");
    }

    String started() {
        return text("started");
    }

    /// By what was found.
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        if (json.get("counts").orElseGet(Json::nothing) instanceof Json.Members(Map<String, Json> members)) {
            members.forEach((name, count) -> counts.put(name, Long.valueOf(count.text())));
        }
        return counts;
    }

    /// In one line of a list.
    String line() {
        String of = total().isPresent() ? "/" + total().getAsLong() : "";
        String wrong = failed() == 0 ? "" : ", " + failed() + " failed";
        String why = reason().isEmpty() ? "" : ": " + reason();
        return "%4d  %-8s %-8s %s  %d%s%s%s".formatted(number(), kind(), state(), started(), done(), of, wrong, why);
    }
}
