package org.huimages.webapp.settings;

import java.net.URI;
import java.util.Optional;
import org.huimages.original.Verify;
import org.huimages.store.s3.S3Config;
import org.huimages.store.s3.S3Keys;

/// What is said of S3. What is said by halves is a mistake: an installation that has its pictures there is not to come
/// up empty.
record S3Settings(SettingReader reader) {

    /// Where originals lie, if in S3.
    Optional<S3Config> read() {
        Optional<String> bucket = reader.read(Known.BUCKET);
        Optional<URI> endpoint = reader.read(Known.S3_ENDPOINT);
        Optional<S3Keys> keys = keys();
        boolean pathStyle = reader.read(Known.S3_PATH_STYLE).orElse(endpoint.isPresent());
        Verify verify = reader.read(Known.VERIFY).orElse(Verify.STRICT);
        checkCatalog(bucket);
        if (endpoint.isPresent() && bucket.isEmpty()) {
            reader.mistake(Known.S3_ENDPOINT.name() + " is set, but " + Known.BUCKET.name() + " is not");
        }
        return bucket.map(name -> new S3Config(name, endpoint, pathStyle, keys, verify));
    }

    private void checkCatalog(Optional<String> bucket) {
        if (reader.read(Known.CATALOG).isEmpty() && bucket.isPresent()) {
            reader.mistake(Known.BUCKET.name() + " is set, but where the metadata are is not: set"
                    + " HUIMAGESCOUCHSERVER or HUIMAGES_CATALOG=embedded");
        }
    }

    /// Other programs have these too: they say nothing of us.
    private Optional<S3Keys> keys() {
        Optional<String> id = reader.read(Known.ACCESS_KEY);
        Optional<String> secret = reader.read(Known.SECRET_KEY);
        Optional<String> token = reader.read(Known.SESSION_TOKEN);
        if (id.isPresent() != secret.isPresent() && reader.read(Known.BUCKET).isPresent()) {
            reader.mistake("of " + Known.ACCESS_KEY.name() + " and " + Known.SECRET_KEY.name() + " only one is set");
        }
        return id.flatMap(name -> secret.map(word -> new S3Keys(name, word, token)));
    }
}
