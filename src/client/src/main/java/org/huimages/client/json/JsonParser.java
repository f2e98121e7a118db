package org.huimages.client.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one JSON document from left to right.
final class JsonParser {
    private static final int DEEPEST = 100;
    private static final Pattern LITERAL =
            Pattern.compile("true|false|null|-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");

    private final String text;
    private int position;
    private int depth;

    JsonParser(String text) {
        this.text = text;
    }

    Json document() {
        Json value = value();
        if (peek() != 0) {
            throw wrong("something follows the value");
        }
        return value;
    }

    private Json value() {
        return switch (peek()) {
            case '{' -> nested(this::members);
            case '[' -> nested(this::array);
            case '"' -> new Json.Text(string());
            default -> literal();
        };
    }

    private interface Part {
        Json read();
    }

    private Json nested(Part part) {
        if (++depth > DEEPEST) {
            throw wrong("nested too deeply");
        }
        position++;
        Json value = part.read();
        depth--;
        return value;
    }

    private Json members() {
        Map<String, Json> members = new LinkedHashMap<>();
        while (more('}', members.isEmpty())) {
            if (peek() != '"') {
                throw wrong("a name was expected");
            }
            String name = string();
            expect(':');
            members.put(name, value());
        }
        return new Json.Members(members);
    }

    private Json array() {
        List<Json> elements = new ArrayList<>();
        while (more(']', elements.isEmpty())) {
            elements.add(value());
        }
        return new Json.Array(elements);
    }

    /// Whether another element follows; past its comma, or past the end.
    private boolean more(char end, boolean first) {
        if (peek() == end) {
            position++;
            return false;
        }
        if (!first) {
            expect(',');
        }
        return true;
    }

    private Json literal() {
        Matcher literal = LITERAL.matcher(text).region(position, text.length());
        if (!literal.lookingAt()) {
            throw wrong("no value");
        }
        position = literal.end();
        return new Json.Literal(literal.group());
    }

    private String string() {
        StringBuilder value = new StringBuilder();
        for (char unit = at(++position); unit != '"'; unit = at(++position)) {
            if (unit < ' ') {
                throw wrong("a string is not closed");
            }
            value.append(unit == '\\' ? escaped() : unit);
        }
        position++;
        return value.toString();
    }

    private char escaped() {
        char unit = at(++position);
        return switch (unit) {
            case '"', '\\', '/' -> unit;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong("an unknown escape");
        };
    }

    private char unicode() {
        int end = position + 5;
        String digits = end <= text.length() ? text.substring(position + 1, end) : "";
        if (!digits.chars().allMatch(digit -> Character.digit(digit, 16) >= 0) || digits.isEmpty()) {
            throw wrong("an unknown escape");
        }
        position += 4;
        return (char) Integer.parseInt(digits, 16);
    }

    private void expect(char unit) {
        if (peek() != unit) {
            throw wrong("'" + unit + "' was expected");
        }
        position++;
    }

    /// The next character that is no white space, or 0 at the end.
    private char peek() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        return at(position);
    }

    private char at(int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("no JSON: " + what + " at " + position);
    }
}
