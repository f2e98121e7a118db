package org.huimages.webapp.settings;

import java.util.List;
import java.util.stream.Stream;

/// One thing that can be configured.
///
/// @param name the same literal name wherever it is set
/// @param aliases names that older installations have; read with a warning
/// @param meaning for the manual
/// @param fallback for the manual: what counts where nothing is set
record Setting<T>(String name, List<String> aliases, Form<T> form, String meaning, String fallback) {
    Setting {
        aliases = List.copyOf(aliases);
    }

    static <T> Setting<T> of(String name, Form<T> form, String meaning, String fallback) {
        return new Setting<>(name, List.of(), form, meaning, fallback);
    }

    /// The same, with one more old name.
    Setting<T> alias(String alias) {
        return new Setting<>(
                name, Stream.concat(aliases.stream(), Stream.of(alias)).toList(), form, meaning, fallback);
    }
}
