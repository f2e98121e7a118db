package org.huimages.bench.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.huimages.catalog.Audience;
import org.huimages.catalog.Catalog;
import org.huimages.url.ImageId;

/// What a catalog is asked, each time for something else.
final class Calls {
    private static final int PAGE = 50;
    private static final int FEW = 20;
    private static final int MIDDLE = 16;
    private static final int LARGEST_PAGE = 200;
    private static final int NEVER_SAVED = 1_000_000_000;
    private static final Audience AUDIENCE = Audience.READERS;
    /// One in five pictures has it.
    private static final String FREQUENT = SampleCatalog.word(1);

    private final Catalog catalog;
    private final int pictures;
    private final Random random = new Random(1);
    private int fresh;

    /// @param pictures how many are there
    Calls(Catalog catalog, int pictures) {
        this.catalog = catalog;
        this.pictures = pictures;
        this.fresh = NEVER_SAVED + new Random().nextInt(NEVER_SAVED);
    }

    List<Call> reading() {
        List<Call> calls = new ArrayList<>(ofOne());
        calls.addAll(ofMany());
        calls.addAll(ofWords());
        return calls;
    }

    private List<Call> ofOne() {
        return List.of(
                new Call("find", () -> count(catalog.find(present()))),
                new Call("find what is not there", () -> count(catalog.find(absent()))),
                new Call(
                        "next",
                        () -> catalog.page(AUDIENCE, present().text(), 1).size()),
                new Call("previous", () -> count(catalog.previous(AUDIENCE, present()))),
                new Call("random", () -> count(catalog.atOrAfter(AUDIENCE, absent()))),
                new Call("opinion", () -> catalog.opinion(present()).tags().size()));
    }

    private List<Call> ofMany() {
        return List.of(
                new Call(
                        "page of 50",
                        () -> catalog.page(AUDIENCE, early(), PAGE).size()),
                new Call("200 opinions", () -> opinions(LARGEST_PAGE)),
                new Call(
                        "50 newest",
                        () -> catalog.newest(AUDIENCE, Optional.empty(), PAGE).size()),
                new Call(
                        "50 newest after one",
                        () -> catalog.newest(AUDIENCE, Optional.of(present()), PAGE)
                                .size()),
                new Call(
                        "50 with a frequent tag",
                        () -> catalog.tagged(AUDIENCE, FREQUENT, early(), PAGE).size()),
                new Call(
                        "50 with any tag",
                        () -> catalog.tagged(AUDIENCE, tag(), early(), PAGE).size()),
                new Call(
                        "50 favourites",
                        () -> catalog.favourites(AUDIENCE, SampleCatalog.user(random), early(), PAGE)
                                .size()),
                new Call(
                        "20 tags",
                        () -> catalog.tags(AUDIENCE, beginning(tag()), FEW).size()));
    }

    private int opinions(int many) {
        return catalog.opinions(Stream.generate(this::present).limit(many).toList())
                .size();
    }

    private List<Call> ofWords() {
        return List.of(
                new Call("20 by a word", () -> search(word())),
                new Call("20 by two words", () -> search(word() + " " + word())),
                new Call("20 by a frequent word", () -> search(FREQUENT)),
                new Call("20 by two of these", () -> search(SampleCatalog.word(2) + " " + SampleCatalog.word(3))),
                new Call("20 by a beginning", () -> search(beginning(word()))),
                new Call("20 by one letter", () -> search(FREQUENT.substring(0, 1))));
    }

    /// Each call is on the disk when it returns.
    List<Call> writing() {
        return List.of(
                new Call("save", () -> count(Optional.of(catalog.save(SampleCatalog.document(fresh++))))),
                new Call("save again", () -> count(Optional.of(catalog.save(SampleCatalog.document(number()))))),
                new Call("mark", () -> {
                    TreeSet<String> tags = new TreeSet<>(List.of(tag(), tag(), tag()));
                    return count(catalog.mark(present(), SampleCatalog.user(random), marks -> marks.withTags(tags)));
                }));
    }

    private int search(String query) {
        return catalog.search(AUDIENCE, query, "", FEW).size();
    }

    private static int count(Optional<?> result) {
        return result.isPresent() ? 1 : 0;
    }

    private int number() {
        return random.nextInt(pictures);
    }

    private ImageId present() {
        return SampleCatalog.id(number());
    }

    private ImageId absent() {
        return SampleCatalog.id(-1 - random.nextInt(Integer.MAX_VALUE));
    }

    /// The place of a picture in the first half, so that a whole page follows.
    private String early() {
        ImageId id = present();
        return id.text().charAt(0) < 'A' + MIDDLE ? id.text() : early();
    }

    private String tag() {
        return SampleCatalog.frequentWord(random, SampleCatalog.TAGS);
    }

    private String word() {
        return SampleCatalog.frequentWord(random, SampleCatalog.WORDS);
    }

    private String beginning(String word) {
        return word.substring(0, random.nextInt(1 + Math.min(word.length(), 4)));
    }

    /// @param work gives how many results it had
    record Call(String name, IntSupplier work) {}
}
