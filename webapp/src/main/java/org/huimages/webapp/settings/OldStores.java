package org.huimages.webapp.settings;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The names by which existing installations say where their pictures lie, in stores that cannot be used yet. To
/// start without these stores would be to show an empty server to people who have a million pictures.
final class OldStores {
    private static final String COUCHDB = "CouchDB cannot be used yet";

    private static final Map<String, String> REASONS = new TreeMap<>(Map.of(
            "HUIMAGESCOUCHSERVER", COUCHDB,
            "COUCHSERVER", COUCHDB,
            "HUIMAGES_LEGACY_COUCH", COUCHDB));

    private OldStores() {}

    static boolean knows(String name) {
        return REASONS.containsKey(name);
    }

    /// What is to be said of each name that is set. Values are not shown: an address may hold a password.
    static Stream<String> mistakes(SettingSource source) {
        return REASONS.entrySet().stream()
                .filter(name -> source.find(name.getKey()).isPresent())
                .map(name -> name.getKey() + " is set, but " + name.getValue());
    }
}
