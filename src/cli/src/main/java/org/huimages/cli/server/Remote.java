package org.huimages.cli.server;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.huimages.cli.shell.Exit;
import org.huimages.cli.shell.Refused;
import org.huimages.client.http.Answer;
import org.huimages.client.http.Call;
import org.huimages.client.http.Connection;
import org.huimages.client.json.Json;

/// The server's API, for what applications have no use for.
public record Remote(Connection connection) implements AutoCloseable {

    public Json get(String target) {
        return parsed(text(Call.of("GET", target), UnaryOperator.identity()));
    }

    /// @return `null` as JSON, where nothing is answered
    public Json send(String method, String target) {
        return parsed(text(Call.of(method, target), UnaryOperator.identity()));
    }

    /// Tried once: what it begins would be begun twice.
    public Json post(String target, Json body) {
        return parsed(
                text(Call.of("POST", target), call -> call.withJson(body.text()).triedAtMost(1)));
    }

    private static Json parsed(String text) {
        try {
            return text.isBlank() ? Json.nothing() : Json.parse(text);
        } catch (IllegalArgumentException nonsense) {
            throw new Refused(Exit.NO_SERVER, "no answer of huImages: " + nonsense.getMessage());
        }
    }

    private String text(Call plain, UnaryOperator<Call> dressed) {
        try {
            Answer answer = connection.send(dressed.apply(plain));
            if (!answer.isSuccess()) {
                throw new Refused(Exit.ofStatus(answer.status()), answer.status() + ": " + answer.refusal());
            }
            return answer.text();
        } catch (IOException nobody) {
            throw new Refused(Exit.NO_SERVER, "no answer from " + connection.base() + ": " + nobody);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
