package org.huimages.testkit.api;

import java.util.List;

/// JSON to try a server with.
public final class StrangeJson {
    /// Values: one of each kind, with those at the edge of what fields may have.
    public static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "1",
            "7",
            "10",
            "11",
            "-1",
            "1.5",
            "7.0",
            "1e400",
            "123456789012345678901234567890",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"true\"",
            "\"2001-02-03T04:05:06Z\"",
            "\"" + "x".repeat(10_001) + "\"",
            "[]",
            "[\"x\"]",
            "[\"\"]",
            "[null]",
            "[1]",
            "[0.5, 0.5]",
            "[0, 1]",
            "[0.5, 1.5]",
            "[0.5]",
            "[0.5, 0.5, 0.5]",
            "[\"0.5\", 0.5]",
            "[[]]",
            "{}",
            "{\"k\": 1}",
            "{\"k\": []}",
            "{\"k\": [null, 1e400, {\"a\": [1.50]}]}",
            "{\"\": [1]}",
            "{\"" + "k".repeat(201) + "\": [1]}");

    private StrangeJson() {}
}
