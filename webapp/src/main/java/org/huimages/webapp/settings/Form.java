package org.huimages.webapp.settings;

import java.util.function.Function;

/// How the text of a setting has to look.
///
/// @param what in words, after "has to be"
/// @param parse throws [IllegalArgumentException] or [ArithmeticException] for anything else
/// @param secret whether the text is not to be shown to anybody
record Form<T>(String what, Function<String, T> parse, boolean secret) {

    static <T> Form<T> of(String what, Function<String, T> parse) {
        return new Form<>(what, parse, false);
    }

    static <T> Form<T> secret(String what, Function<String, T> parse) {
        return new Form<>(what, parse, true);
    }

    /// The text as it may be shown in a message.
    String shown(String text) {
        return secret ? "(a secret)" : "'" + text + "'";
    }
}
