package org.huimages.webapp.browser;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The words of the pages in one language.
///
/// @param language as in the attribute `lang`
/// @param words by key, as they are
/// @param escaped the same as they stand in HTML, for JSPs to write
record Texts(Locale language, Map<String, String> words, Map<String, String> escaped) {
    private static final String SCRIPTS = "js.";

    /// English, and German.
    static List<Texts> all() {
        return List.of(read(Locale.ROOT, Locale.ENGLISH), read(Locale.GERMAN, Locale.GERMAN));
    }

    /// Those in the first language of these that there is, else in the first that there is.
    ///
    /// @param wanted what somebody reads, best first
    static Texts of(List<Texts> all, List<Locale> wanted) {
        return wanted.stream()
                .flatMap(locale -> all.stream().filter(texts -> texts.isIn(locale)))
                .findFirst()
                .orElse(all.getFirst());
    }

    private boolean isIn(Locale locale) {
        return language.getLanguage().equals(locale.getLanguage());
    }

    private static Texts read(Locale file, Locale language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                Texts.class.getPackageName() + ".texts",
                file,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> words = new TreeMap<>();
        bundle.keySet().forEach(key -> words.put(key, bundle.getString(key)));
        return new Texts(
                language,
                words,
                words.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, word -> escape(word.getValue()))));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// A sentence with something in it; plain text.
    String say(String key, Object... values) {
        String pattern = words.getOrDefault(key, key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, language).format(values);
    }

    /// What scripts say.
    Map<String, String> ofScripts() {
        return words.entrySet().stream()
                .filter(word -> word.getKey().startsWith(SCRIPTS))
                .collect(Collectors.toMap(word -> word.getKey().substring(SCRIPTS.length()), Map.Entry::getValue));
    }
}
