package org.huimages.webapp.api;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.huimages.catalog.JsonText;
import org.huimages.failure.FailureException;

/// The fields that a body may have, each a change, in the order in which they are carried out whatever their order
/// in the body.
final class Changes<T> {
    private final SequencedMap<String, Function<Field, UnaryOperator<T>>> fields = new LinkedHashMap<>();

    /// Adds a field.
    ///
    /// @param reader makes the change from what the field says
    Changes<T> with(String name, Function<Field, UnaryOperator<T>> reader) {
        fields.put(name, reader);
        return this;
    }

    /// All that a body wants changed, as one change.
    ///
    /// @throws FailureException [Failure.Unprocessable] for a field that is not known, or is not what it has to be
    UnaryOperator<T> read(SequencedMap<String, JsonText> body) {
        body.keySet().stream()
                .filter(name -> !fields.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Field.unknown("field", name);
                });
        return fields.entrySet().stream()
                .map(known -> Field.of(body, known.getKey()).map(known.getValue()))
                .flatMap(Optional::stream)
                .reduce(UnaryOperator.identity(), (first, then) -> value -> then.apply(first.apply(value)));
    }
}
