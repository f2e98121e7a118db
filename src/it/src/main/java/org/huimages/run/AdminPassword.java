package org.huimages.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The password of the user `admin`: the one given, else one made at random at the first start and kept in the
/// data folder. Only its place is ever printed.
///
/// @param secret the password: printable ASCII without `${`, for which Tomcat would put in a system property
/// @param place  where a person finds it
record AdminPassword(String secret, String place) {
    /// Where Maven puts `-Dhuimages.admin.password`: command lines can be read by everybody on the machine. The
    /// name does not begin with HUIMAGES, for huImages refuses names that it does not know.
    static final String VARIABLE = "RUN_ADMIN_PASSWORD";

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 24;

    private static final Predicate<String> USABLE = Pattern.compile("[ -~]+").asMatchPredicate();

    AdminPassword {
        if (!USABLE.test(secret) || secret.contains("${")) {
            throw new CannotRun("the admin password (%s) must be printable ASCII without ${".formatted(place));
        }
    }

    static AdminPassword find(Path data) throws IOException {
        Optional<String> given = Optional.ofNullable(System.getenv(VARIABLE)).filter(text -> !text.isEmpty());
        return given.isPresent()
                ? new AdminPassword(given.get(), "the one given with -Dhuimages.admin.password")
                : kept(data.resolve("admin.password"));
    }

    private static AdminPassword kept(Path file) throws IOException {
        if (!Files.exists(file)) {
            PrivateFile.write(file, random() + System.lineSeparator());
        }
        return new AdminPassword(Files.readString(file).strip(), "in " + file);
    }

    private static String random() {
        var random = new SecureRandom();
        var text = new StringBuilder();
        while (text.length() < LENGTH) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return place;
    }
}
