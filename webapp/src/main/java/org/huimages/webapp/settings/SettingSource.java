package org.huimages.webapp.settings;

import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where settings come from: the same literal name as context parameter, system property or environment variable,
/// in this order.
///
/// @param layers first the one that wins
public record SettingSource(java.util.List<Map<String, String>> layers) {

    public SettingSource {
        layers = java.util.List.copyOf(layers);
    }

    /// What Tomcat, the JVM and the environment say.
    public static SettingSource of(ServletContext context) {
        Map<String, String> parameters = Collections.list(context.getInitParameterNames()).stream()
                .collect(Collectors.toMap(UnaryOperator.identity(), context::getInitParameter));
        Map<String, String> properties = System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(UnaryOperator.identity(), System::getProperty));
        return new SettingSource(java.util.List.of(parameters, properties, System.getenv()));
    }

    /// The value, without surrounding blanks; a blank one counts as not set.
    Optional<String> find(String name) {
        return layers.stream()
                .flatMap(layer -> Stream.ofNullable(layer.get(name)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /// All names that begin like ours.
    Set<String> names() {
        return layers.stream()
                .flatMap(layer -> layer.keySet().stream())
                .filter(name -> name.startsWith("HUIMAGES"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
