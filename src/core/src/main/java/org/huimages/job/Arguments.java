package org.huimages.job;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one job was told: values as text, each of a form that its [Parameter] takes.
public record Arguments(SortedMap<String, String> values) {
    public static final Arguments NONE = new Arguments(Map.of());

    public Arguments {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public Arguments(Map<String, String> values) {
        this(new TreeMap<>(values));
    }

    /// Whether it is set; it is not if nothing was said.
    public boolean is(Parameter.Flag flag) {
        return text(flag).filter("true"::equals).isPresent();
    }

    public OptionalInt number(Parameter.Whole number) {
        return text(number).stream().mapToInt(Integer::parseInt).findFirst();
    }

    public Optional<String> text(Parameter parameter) {
        return Optional.ofNullable(values.get(parameter.name()));
    }
}
