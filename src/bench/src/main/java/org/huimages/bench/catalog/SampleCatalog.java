package org.huimages.bench.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huimages.catalog.Description;
import org.huimages.catalog.Facts;
import org.huimages.catalog.Focus;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.JsonText;
import org.huimages.catalog.Marks;
import org.huimages.catalog.State;
import org.huimages.catalog.Timestamp;
import org.huimages.catalog.Tombstone;
import org.huimages.header.Orientation;
import org.huimages.store.h2.H2Catalog.Marked;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;

/// The pictures of a made-up catalog, always the same ones: each uploaded a minute after the one before, with a title
/// of three to six words and up to five tags, of which some are frequent and most are rare; one in twenty is private,
/// one in thirty in the trash.
final class SampleCatalog {
    static final int WORDS = 20_000;
    static final int TAGS = 5_000;
    static final int USERS = 20;

    private static final Instant FIRST_UPLOAD = Instant.parse("2009-01-29T23:59:59Z");
    private static final String SYLLABLES = "ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu"
            + " na ne ni no nu ra re ri ro ru sa se si so su ta te ti to tu";
    private static final List<String> SYLLABLE = List.of(SYLLABLES.split(" "));

    private SampleCatalog() {}

    static Iterator<Marked> pictures(int from, int to) {
        return IntStream.range(from, to).mapToObj(SampleCatalog::picture).iterator();
    }

    static ImageId id(int number) {
        return ImageId.of(digest("SHA-1", number), "01");
    }

    /// One of `count` words: the first ones often, the last ones seldom (Zipf's law).
    static String frequentWord(Random random, int count) {
        return word((int) Math.pow(count, random.nextDouble()));
    }

    /// Another word for each number: 1 is `be`.
    static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number; rest > 0; rest /= SYLLABLE.size()) {
            word.append(SYLLABLE.get(rest % SYLLABLE.size()));
        }
        return word.toString();
    }

    static ImageDocument document(int number) {
        Random random = new Random(number);
        Timestamp uploaded = Timestamp.of(FIRST_UPLOAD.plusSeconds(60L * number));
        Facts facts = new Facts(
                ImageFormat.JPEG,
                new Dimensions(4032, 3024),
                Orientation.UPRIGHT,
                2_000_000 + random.nextInt(4_000_000),
                HexFormat.of().formatHex(digest("SHA-256", number)));
        return new ImageDocument(
                id(number),
                Optional.of(facts),
                description(number, random),
                uploaded,
                uploaded,
                Focus.NONE,
                state(random, uploaded),
                user(random));
    }

    private static Description description(int number, Random random) {
        String title = Stream.generate(() -> frequentWord(random, WORDS))
                .limit(3 + random.nextInt(4))
                .collect(Collectors.joining(" "));
        return new Description(
                "IMG_%04d.JPG".formatted(number % 10_000),
                List.of(title),
                List.of("photo"),
                new TreeMap<>(Map.of("product", List.of(new JsonText("\"" + number / 4 + "\"")))));
    }

    private static State state(Random random, Timestamp uploaded) {
        State state = State.FINE.withHidden(random.nextInt(20) == 0);
        return random.nextInt(30) == 0
                ? state.withTombstone(Optional.of(new Tombstone(uploaded, "blurred", user(random), false)))
                : state;
    }

    private static Marked picture(int number) {
        Random random = new Random(-number);
        TreeSet<String> tags = new TreeSet<>();
        for (int tag = random.nextInt(6); tag > 0; tag--) {
            tags.add(frequentWord(random, TAGS));
        }
        OptionalInt rating = random.nextInt(10) == 0 ? OptionalInt.of(1 + random.nextInt(10)) : OptionalInt.empty();
        Marks marks = new Marks(tags, random.nextInt(10) == 0, rating);
        return new Marked(document(number), Map.of(user(random), marks));
    }

    static String user(Random random) {
        return "user" + random.nextInt(USERS);
    }

    private static byte[] digest(String algorithm, int number) {
        try {
            return MessageDigest.getInstance(algorithm)
                    .digest(("picture " + number).getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
