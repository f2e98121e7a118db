package org.huimages.webapp.http;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.huimages.catalog.JsonText;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;

/// Takes JSON apart into texts, so that numbers keep the form in which they were written (`1.50`, `1E3`, thirty
/// digits). The texts have no blanks between their parts, and no half characters (unpaired surrogates).
public final class JsonParts {
    private static final Pattern HALF_CHARACTER = Pattern.compile("\\p{Cs}");

    private JsonParts() {}

    /// The members of an object, in their order.
    ///
    /// @param json UTF-8; UTF-16 and UTF-32 are recognised too
    /// @throws FailureException [Failure.BadRequest] if this is no JSON, or a name stands twice in it;
    ///     [Failure.Unprocessable] if it is nested too deeply, or is no object
    public static SequencedMap<String, JsonText> members(byte[] json) {
        return read(Json.MAPPER.createParser(json), JsonParts::members);
    }

    /// The members of an object, in their order; empty if this is another value.
    public static Optional<SequencedMap<String, JsonText>> members(JsonText json) {
        return json.text().startsWith("{")
                ? Optional.of(read(Json.MAPPER.createParser(json.text()), JsonParts::members))
                : Optional.empty();
    }

    /// The elements of an array; empty if this is another value.
    public static Optional<List<JsonText>> elements(JsonText json) {
        return json.text().startsWith("[")
                ? Optional.of(read(Json.MAPPER.createParser(json.text()), JsonParts::elements))
                : Optional.empty();
    }

    /// The text as a JSON value, if it is one; otherwise as a JSON string.
    ///
    /// @throws FailureException [Failure.Unprocessable] if it is nested too deeply
    public static JsonText valueOrString(String text) {
        try (JsonParser parser = Json.MAPPER.createParser(text)) {
            JsonText value = parser.nextToken() == null ? string(text) : value(parser);
            return parser.nextToken() == null ? value : string(text);
        } catch (StreamConstraintsException tooMuch) {
            throw tooMuch(tooMuch);
        } catch (JacksonException noJson) {
            return string(text);
        }
    }

    private static JsonText string(String text) {
        return new JsonText(Json.MAPPER.writeValueAsString(whole(text)));
    }

    /// The value as a tree. Numbers of any form are there as Java has them.
    public static JsonNode tree(JsonText json) {
        return Json.MAPPER.readTree(json.text());
    }

    private static <T> T read(JsonParser open, Function<JsonParser, T> reader) {
        try (JsonParser parser = open) {
            T read = reader.apply(parser);
            checkEnd(parser);
            return read;
        } catch (StreamConstraintsException tooMuch) {
            throw tooMuch(tooMuch);
        } catch (JacksonException malformed) {
            var at = malformed.getLocation();
            throw new Failure.BadRequest("the body is no proper JSON, or has a name twice (line %d, column %d)"
                            .formatted(at.getLineNr(), at.getColumnNr()))
                    .exception(malformed);
        }
    }

    private static FailureException tooMuch(StreamConstraintsException tooMuch) {
        return new Failure.Unprocessable("the JSON is nested too deeply, or has too long a name or number")
                .exception(tooMuch);
    }

    private static void checkEnd(JsonParser parser) {
        if (parser.nextToken() != null) {
            throw new Failure.BadRequest("there is something after the JSON").exception();
        }
    }

    private static SequencedMap<String, JsonText> members(JsonParser parser) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new Failure.BadRequest("there is no JSON").exception();
        }
        if (first != JsonToken.START_OBJECT) {
            throw new Failure.Unprocessable("the body has to be a JSON object").exception();
        }
        SequencedMap<String, JsonText> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = whole(parser.currentName());
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static List<JsonText> elements(JsonParser parser) {
        parser.nextToken();
        List<JsonText> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    /// The value that begins here; the parser is at its end afterwards.
    private static JsonText value(JsonParser parser) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = Json.MAPPER.createGenerator(text)) {
            int open = copy(parser, generator);
            while (open > 0) {
                parser.nextToken();
                open += copy(parser, generator);
            }
        }
        return new JsonText(text.toString());
    }

    /// How much deeper it is after this token.
    private static int copy(JsonParser parser, JsonGenerator generator) {
        JsonToken token = parser.currentToken();
        switch (token) {
            case PROPERTY_NAME -> generator.writeName(whole(parser.currentName()));
            case VALUE_STRING -> generator.writeString(whole(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> generator.writeNumber(parser.getString());
            default -> generator.copyCurrentEvent(parser);
        }
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }

    private static String whole(String text) {
        return HALF_CHARACTER.matcher(text).replaceAll("\uFFFD");
    }
}
