package org.huimages.webapp.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The names by which existing installations say where their pictures lie, in stores that cannot be used yet. To
/// start without these stores would be to show an empty server to people who have a million pictures.
final class OldStores {
    private static final String S3 = "originals in S3 cannot be used yet";
    private static final String COUCHDB = "CouchDB cannot be used yet";

    private static final Map<String, String> REASONS = new TreeMap<>(Map.of(
            "HUIMAGES3BUCKET", S3,
            "HUIMAGESS3BUCKET", S3,
            "S3BUCKET", S3,
            "HUIMAGES_S3_ENDPOINT", S3,
            "HUIMAGES_S3_PATH_STYLE", S3,
            "HUIMAGESCOUCHSERVER", COUCHDB,
            "COUCHSERVER", COUCHDB,
            "HUIMAGES_LEGACY_COUCH", COUCHDB));

    /// Other programs have these too: they say nothing of us.
    private static final List<String> KEYS = List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");

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

    /// The keys that are set, for a store that is not used.
    static List<String> unusedKeys(SettingSource source) {
        return KEYS.stream().filter(name -> source.find(name).isPresent()).toList();
    }
}
