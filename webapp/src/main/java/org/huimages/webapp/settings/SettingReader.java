package org.huimages.webapp.settings;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huimages.failure.SetupException;

/// Reads typed values and gathers what is wrong with them, so that one start shows every mistake.
final class SettingReader {
    private static final System.Logger LOG = System.getLogger(SettingReader.class.getName());

    /// Names of the client, of tests, and what Kubernetes injects for a service called huimages.
    private static final Pattern NOT_OURS =
            Pattern.compile("HUIMAGES_(TEST_.*|SERVICE_.*|PORT.*|API_URL|USER|PASSWORD)|HUIMAGESALTADDITION");

    private final SettingSource source;
    private final Set<String> known = new HashSet<>();
    private final Map<String, Optional<?>> values = new HashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    SettingReader(SettingSource source) {
        this.source = source;
    }

    /// The value, under the setting's name or an old one; empty if it is not set, or wrong. However often it is read,
    /// what is wrong with it is told once.
    @SuppressWarnings("unchecked") // what is kept under its name is its own
    <T> Optional<T> read(Setting<T> setting) {
        return (Optional<T>) values.computeIfAbsent(setting.name(), name -> readNow(setting));
    }

    private <T> Optional<T> readNow(Setting<T> setting) {
        known.add(setting.name());
        known.addAll(setting.aliases());
        return source.find(setting.name())
                .or(() -> setting.aliases().stream()
                        .flatMap(alias -> source.find(alias).stream().peek(found -> warn(alias, setting)))
                        .findFirst())
                .flatMap(text -> parse(setting, text));
    }

    private static void warn(String alias, Setting<?> setting) {
        LOG.log(Level.WARNING, "{0} is an old name; set {1}", alias, setting.name());
    }

    private <T> Optional<T> parse(Setting<T> setting, String text) {
        try {
            return Optional.of(setting.form().parse().apply(text));
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            Form<T> form = setting.form();
            mistakes.add(setting.name() + " is " + form.shown(text) + ", but has to be " + form.what());
            return Optional.empty();
        }
    }

    /// Notes a mistake that a value alone does not show.
    void mistake(String text) {
        mistakes.add(text);
    }

    /// @param strict whether a name that begins like ours and is not known is a mistake, or only said
    /// @throws SetupException if anything was wrong
    void finish(boolean strict) {
        List<String> unknown = unknown().toList();
        if (strict) {
            mistakes.addAll(unknown);
        } else {
            unknown.forEach(text -> LOG.log(Level.WARNING, text));
        }
        if (!mistakes.isEmpty()) {
            throw new SetupException(String.join("; ", mistakes));
        }
    }

    private Stream<String> unknown() {
        return source.names().stream()
                .filter(name -> !known.contains(name))
                .filter(name -> !NOT_OURS.matcher(name).matches())
                .map(name -> name + " is set, but there is no such setting");
    }
}
