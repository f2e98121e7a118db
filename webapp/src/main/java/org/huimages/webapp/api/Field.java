package org.huimages.webapp.api;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huimages.catalog.CleanText;
import org.huimages.catalog.JsonText;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.webapp.http.JsonParts;
import org.huimages.webapp.http.Quoted;
import tools.jackson.databind.JsonNode;

/// A member of a JSON body, to be read as what it has to be. Each reader throws [Failure.Unprocessable], naming
/// the field, if it is something else.
///
/// @param value any JSON value
record Field(String name, JsonText value) {
    private static final int LONGEST_REFERENCE = 10_000;
    private static final int LONGEST_KEY = 200;

    /// A text that is not empty, made clean.
    String text() {
        return text(value);
    }

    private String text(JsonText json) {
        if (!json.text().startsWith("\"")) {
            throw wrong("a text");
        }
        String text = CleanText.of(JsonParts.tree(json).stringValue());
        if (text.isEmpty()) {
            throw wrong("more than blanks");
        }
        return text;
    }

    List<String> texts() {
        return elements("a list of texts").map(this::text).toList();
    }

    private Stream<JsonText> elements(String what) {
        return JsonParts.elements(value).orElseThrow(() -> wrong(what)).stream();
    }

    boolean truth() {
        return switch (value.text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("true or false");
        };
    }

    boolean isNull() {
        return "null".equals(value.text());
    }

    /// A whole number, however it is written (`7`, `7.0`).
    int wholeNumber(int least, int most) {
        JsonNode node = JsonParts.tree(value);
        double number = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (!(number >= least && number <= most) || number != Math.rint(number)) {
            throw wrong("a whole number from %d to %d".formatted(least, most));
        }
        return (int) number;
    }

    /// As many numbers from 0 to 1.
    List<Double> shares(int count) {
        String what = "%d numbers from 0 to 1".formatted(count);
        List<Double> shares = elements(what)
                .map(JsonParts::tree)
                .map(node -> share(node, what))
                .toList();
        if (shares.size() != count) {
            throw wrong(what);
        }
        return shares;
    }

    private double share(JsonNode node, String what) {
        double number = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (!(number >= 0 && number <= 1)) {
            throw wrong(what);
        }
        return number;
    }

    /// An object with a list of any values under each key.
    SequencedMap<String, List<JsonText>> references() {
        SequencedMap<String, List<JsonText>> references = new TreeMap<>();
        JsonParts.members(value)
                .orElseThrow(() -> wrong("an object with a list of values under each key"))
                .forEach((key, values) -> references.put(checkedKey(key), new Field(name, values).values()));
        return references;
    }

    private List<JsonText> values() {
        return elements("an object with a list of values under each key")
                .map(Field::checkedReference)
                .distinct()
                .toList();
    }

    /// @throws FailureException [Failure.Unprocessable] if a reference cannot have this key
    static String checkedKey(String key) {
        if (key.isEmpty() || key.length() > LONGEST_KEY || !CleanText.of(key).equals(key)) {
            throw new Failure.Unprocessable("the key of a reference is 1 to %d characters, none of them a control"
                                    .formatted(LONGEST_KEY)
                            + " character, without blanks around them")
                    .exception();
        }
        return key;
    }

    /// @throws FailureException [Failure.Unprocessable] if it is too long
    static JsonText checkedReference(JsonText reference) {
        if (reference.text().length() > LONGEST_REFERENCE) {
            throw new Failure.Unprocessable("a reference is longer than %d characters".formatted(LONGEST_REFERENCE))
                    .exception();
        }
        return reference;
    }

    FailureException wrong(String what) {
        return new Failure.Unprocessable(Quoted.of(name) + " has to be " + what).exception();
    }

    /// What is said of a name that nobody knows.
    static FailureException unknown(String what, String name) {
        return new Failure.Unprocessable("there is no " + what + " " + Quoted.of(name)).exception();
    }

    static Optional<Field> of(SequencedMap<String, JsonText> body, String name) {
        return Optional.ofNullable(body.get(name)).map(value -> new Field(name, value));
    }
}
