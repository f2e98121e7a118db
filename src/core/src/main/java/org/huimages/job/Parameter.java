package org.huimages.job;

import java.util.regex.Pattern;
import org.huimages.url.ImageId;

/// What a kind of job can be told. Each may be left out.
public sealed interface Parameter {
    /// What is to be done is only counted and reported.
    Flag DRY_RUN = new Flag("dryRun");

    /// How many pictures a second at most.
    Whole RATE = new Whole("rate", 1, 100_000);

    /// Only pictures with a greater ID, as a job before this one has come so far.
    Id AFTER = new Id("after");

    String name();

    /// Whether this is a value, written as text.
    boolean takes(String text);

    /// What values look like, for people.
    String form();

    /// `true` or `false`.
    record Flag(String name) implements Parameter {
        @Override
        public boolean takes(String text) {
            return text.equals("true") || text.equals("false");
        }

        @Override
        public String form() {
            return "true or false";
        }
    }

    /// A whole number.
    record Whole(String name, int least, int most) implements Parameter {
        private static final int DIGITS = 9;

        @Override
        public boolean takes(String text) {
            return text.matches("[0-9]{1,%d}".formatted(DIGITS))
                    && Integer.parseInt(text) >= least
                    && Integer.parseInt(text) <= most;
        }

        @Override
        public String form() {
            return "a whole number from %d to %d".formatted(least, most);
        }
    }

    /// The ID of a picture.
    record Id(String name) implements Parameter {
        @Override
        public boolean takes(String text) {
            return ImageId.parse(text).isPresent();
        }

        @Override
        public String form() {
            return "the ID of a picture";
        }
    }

    /// The name of a folder below one that the server has for it: nobody says by HTTP where on the disk to write.
    record Folder(String name) implements Parameter {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}");

        @Override
        public boolean takes(String text) {
            return NAME.matcher(text).matches();
        }

        @Override
        public String form() {
            return "the name of a folder: 1 to 64 letters, digits, '_', '-', '.', without a path";
        }
    }
}
