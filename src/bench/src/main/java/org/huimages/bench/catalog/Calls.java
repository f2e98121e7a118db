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

/// What a catalog is asked, each time for something else.
final class Calls {
    private static final int PAGE = 50;
    private static final int FEW = 20;
    private static final int LARGEST_PAGE = 200;
    private static final int NEVER_SAVED = 1_000_000_000;
    private static final Audience AUDIENCE = Audience.READERS;

    private final Catalog catalog;
    private final Choice choice;
    private int fresh;

    /// @param pictures how many are there
    Calls(Catalog catalog, int pictures) {
        this.catalog = catalog;
        this.choice = new Choice(pictures);
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
                new Call("find", () -> count(catalog.find(choice.present()))),
                new Call("find what is not there", () -> count(catalog.find(choice.absent()))),
                new Call(
                        "next",
                        () -> catalog.page(AUDIENCE, choice.present().text(), 1).size()),
                new Call("previous", () -> count(catalog.previous(AUDIENCE, choice.present()))),
                new Call("random", () -> count(catalog.atOrAfter(AUDIENCE, choice.absent()))),
                new Call(
                        "opinion",
                        () -> catalog.opinion(choice.present()).tags().size()));
    }

    private List<Call> ofMany() {
        return List.of(
                new Call(
                        "page of 50",
                        () -> catalog.page(AUDIENCE, choice.early().text(), PAGE)
                                .size()),
                new Call("200 opinions", () -> opinions(LARGEST_PAGE)),
                new Call(
                        "50 newest",
                        () -> catalog.newest(AUDIENCE, Optional.empty(), PAGE).size()),
                new Call(
                        "50 newest after one",
                        () -> catalog.newest(AUDIENCE, Optional.of(choice.present()), PAGE)
                                .size()),
                new Call(
                        "50 with a frequent tag",
                        () -> catalog.tagged(
                                        AUDIENCE,
                                        Choice.FREQUENT,
                                        choice.early().text(),
                                        PAGE)
                                .size()),
                new Call(
                        "50 with any tag",
                        () -> catalog.tagged(
                                        AUDIENCE, choice.tag(), choice.early().text(), PAGE)
                                .size()),
                new Call(
                        "50 favourites",
                        () -> catalog.favourites(
                                        AUDIENCE, choice.user(), choice.early().text(), PAGE)
                                .size()),
                new Call(
                        "20 tags",
                        () -> catalog.tags(AUDIENCE, choice.beginning(choice.tag()), FEW)
                                .size()));
    }

    private int opinions(int many) {
        return catalog.opinions(Stream.generate(choice::present).limit(many).toList())
                .size();
    }

    private List<Call> ofWords() {
        return List.of(
                new Call("20 by a word", () -> search(choice.word())),
                new Call("20 by two words", () -> search(choice.word() + " " + choice.word())),
                new Call("20 by a frequent word", () -> search(Choice.FREQUENT)),
                new Call("20 by two of these", () -> search(SampleCatalog.word(2) + " " + SampleCatalog.word(3))),
                new Call("20 by a beginning", () -> search(choice.beginning(choice.word()))),
                new Call("20 by one letter", () -> search(Choice.FREQUENT.substring(0, 1))));
    }

    /// Each call is on the disk when it returns.
    List<Call> writing() {
        return List.of(
                new Call("save", () -> count(Optional.of(catalog.save(SampleCatalog.document(fresh++))))),
                new Call("save again", () -> count(Optional.of(catalog.save(SampleCatalog.document(choice.number()))))),
                new Call("mark", () -> {
                    TreeSet<String> tags = new TreeSet<>(List.of(choice.tag(), choice.tag(), choice.tag()));
                    return count(catalog.mark(choice.present(), choice.user(), marks -> marks.withTags(tags)));
                }));
    }

    private int search(String query) {
        return catalog.search(AUDIENCE, query, "", FEW).size();
    }

    private static int count(Optional<?> result) {
        return result.isPresent() ? 1 : 0;
    }

    /// @param work gives how many results it had
    record Call(String name, IntSupplier work) {}
}
