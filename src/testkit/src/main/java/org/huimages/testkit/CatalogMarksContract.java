package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.huimages.catalog.Audience;
import org.huimages.catalog.Description;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Marks;
import org.huimages.catalog.Opinion;
import org.huimages.catalog.State;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What every [org.huimages.catalog.Catalog] promises of what users think of pictures.
public abstract class CatalogMarksContract extends CatalogFixture {
    private static final String FIRST = "";
    private static final int RUNNERS = 8;
    private static final ImageId ID = Samples.id(1);
    private static final Marks SOME = new Marks(tags("sea", "sky"), true, OptionalInt.of(7));

    @Test
    void atFirstNobodyHasMarkedAnything() {
        catalog.save(Samples.document(1));
        assertEquals(Marks.NONE, catalog.marks(ID, "ann"));
        assertEquals(Opinion.NONE, catalog.opinion(ID));
    }

    @Test
    void whatIsNotThereCannotBeMarked() {
        catalog.save(Samples.document(2));
        assertEquals(Optional.empty(), catalog.mark(ID, "ann", marks -> fail("there is nothing with " + marks)));
        assertEquals(Marks.NONE, catalog.marks(ID, "ann"));
        assertEquals(Opinion.NONE, catalog.opinion(ID));
        assertEquals(List.of(), catalog.favourites(Audience.READERS, "ann", FIRST, 5));
    }

    @Test
    void marksAreWhatTheChangeMadeOfThoseBefore() {
        catalog.save(Samples.document(1));
        assertEquals(Optional.of(SOME), catalog.mark(ID, "ann", marks -> {
            assertEquals(Marks.NONE, marks);
            return SOME;
        }));
        Marks other = SOME.withRating(OptionalInt.empty());
        assertEquals(Optional.of(other), catalog.mark(ID, "ann", marks -> marks.withRating(OptionalInt.empty())));
        assertEquals(other, catalog.marks(ID, "ann"));
    }

    @Test
    void everybodysMarksAreKnownByUser() {
        catalog.save(Samples.document(1));
        catalog.save(Samples.document(2));
        assertEquals(Map.of(), catalog.everybodysMarks(ID));
        put(1, "ann", SOME);
        put(1, "b-o b/%\u00fc", Marks.NONE.withFavourite(true));
        put(1, "silent", Marks.NONE);
        put(2, "ann", Marks.NONE.withFavourite(true));
        assertEquals(Map.of("ann", SOME, "b-o b/%\u00fc", Marks.NONE.withFavourite(true)), catalog.everybodysMarks(ID));
    }

    @Test
    void marksAreOneUsersOfOnePicture() {
        catalog.save(Samples.document(1));
        catalog.save(Samples.document(2));
        put(1, "ann", SOME);
        assertEquals(Marks.NONE, catalog.marks(ID, "bob"));
        assertEquals(Marks.NONE, catalog.marks(Samples.id(2), "ann"));
        assertEquals(Opinion.NONE, catalog.opinion(Samples.id(2)));
    }

    @Test
    void marksDoNotChangeTheDocument() {
        ImageDocument document = saved(Samples.document(1, "title"));
        put(1, "ann", SOME);
        assertEquals(Optional.of(document), catalog.find(ID));
    }

    @Test
    void marksCanBeTakenBack() {
        catalog.save(Samples.document(1));
        put(1, "ann", SOME);
        put(1, "ann", Marks.NONE);
        assertEquals(Marks.NONE, catalog.marks(ID, "ann"));
        assertEquals(Opinion.NONE, catalog.opinion(ID));
        assertEquals(List.of(), catalog.favourites(Audience.READERS, "ann", FIRST, 5));
    }

    @Test
    void whatAChangeThrowsIsThrownAndNothingIsChanged() {
        catalog.save(Samples.document(1));
        put(1, "ann", SOME);
        RuntimeException refusal = new IllegalStateException();
        UnaryOperator<Marks> refusing = marks -> {
            throw refusal;
        };
        assertSame(refusal, assertThrows(RuntimeException.class, () -> catalog.mark(ID, "ann", refusing)));
        assertEquals(SOME, catalog.marks(ID, "ann"));
        put(1, "ann", Marks.NONE);
        assertEquals(Marks.NONE, catalog.marks(ID, "ann"));
    }

    @Test
    void theOpinionIsThatOfAllTogether() {
        catalog.save(Samples.document(1));
        put(1, "ann", new Marks(tags("sea", "sky"), true, OptionalInt.of(10)));
        put(1, "bob", new Marks(tags("sky", "sun"), false, OptionalInt.of(1)));
        put(1, "cid", new Marks(tags("moon"), true, OptionalInt.empty()));
        assertEquals(new Opinion(tags("moon", "sea", "sky", "sun"), 2, 11), catalog.opinion(ID));
        assertEquals(OptionalDouble.of(5.5), catalog.opinion(ID).average());
        put(1, "ann", Marks.NONE);
        assertEquals(new Opinion(tags("moon", "sky", "sun"), 1, 1), catalog.opinion(ID));
    }

    @Test
    void theOpinionsOfManyAreThoseOfEach() {
        for (int number = 0; number < 300; number++) {
            catalog.save(Samples.document(number));
        }
        put(1, "ann", new Marks(tags("sea"), true, OptionalInt.of(10)));
        put(1, "bob", new Marks(tags("sky"), false, OptionalInt.of(1)));
        put(2, "ann", new Marks(tags("sun"), true, OptionalInt.empty()));
        put(299, "ann", SOME);
        catalog.update(Samples.id(2), document -> document.with(SampleStates.DELETED));
        List<ImageId> ids =
                IntStream.of(2, 1, 7, 299, -1, 1).mapToObj(Samples::id).toList();
        Map<ImageId, Opinion> opinions = catalog.opinions(ids);
        assertEquals(Set.copyOf(ids), opinions.keySet());
        opinions.forEach((id, opinion) -> assertEquals(catalog.opinion(id), opinion));
        assertEquals(new Opinion(tags("sea", "sky"), 2, 11), opinions.get(ID));
        assertEquals(Opinion.NONE, opinions.get(Samples.id(-1)));
        assertEquals(Map.of(), catalog.opinions(List.of()));
    }

    @Test
    void marksOutliveAllButErasing() {
        catalog.save(Samples.document(1));
        put(1, "ann", SOME);
        for (State state : SampleStates.ALL) {
            catalog.update(ID, document -> document.with(state));
            assertEquals(SOME, catalog.marks(ID, "ann"));
        }
        catalog.save(Samples.document(1, "again"));
        assertEquals(SOME, catalog.marks(ID, "ann"));
        catalog.erase(ID);
        assertEquals(Marks.NONE, catalog.marks(ID, "ann"));
        assertEquals(Opinion.NONE, catalog.opinion(ID));
    }

    @Test
    void whatIsSavedAfterErasingHasNoMarks() {
        catalog.save(Samples.document(1));
        put(1, "ann", SOME);
        catalog.erase(ID);
        catalog.save(Samples.document(1));
        assertEquals(Marks.NONE, catalog.marks(ID, "ann"));
        assertEquals(List.of(), catalog.favourites(Audience.READERS, "ann", FIRST, 5));
        assertEquals(List.of(), catalog.tagged(Audience.READERS, "sea", FIRST, 5));
    }

    @Test
    void whatIsInTheTrashCanBeMarked() {
        catalog.save(new SampleDocument(1).state(SampleStates.DELETED).get());
        put(1, "ann", SOME);
        assertEquals(SOME, catalog.marks(ID, "ann"));
        assertEquals(List.of(), catalog.favourites(Audience.READERS, "ann", FIRST, 5));
        ImageDocument restored =
                catalog.update(ID, document -> document.with(State.FINE)).orElseThrow();
        assertEquals(List.of(restored), catalog.favourites(Audience.PUBLIC, "ann", FIRST, 5));
    }

    @Test
    void favouritesAreOneUsersInTheOrderOfIds() {
        for (int number = 0; number < 20; number++) {
            catalog.save(Samples.document(number));
            put(number, number % 2 == 0 ? "ann" : "bob", Marks.NONE.withFavourite(true));
            put(number, "cid", SOME.withFavourite(false));
        }
        List<ImageDocument> all = catalog.page(Audience.PUBLIC, FIRST, 50);
        List<ImageDocument> of = all.stream().filter(this::isFavouriteOfAnn).toList();
        assertEquals(10, of.size());
        assertEquals(of, catalog.favourites(Audience.PUBLIC, "ann", FIRST, 50));
        assertEquals(of.subList(0, 4), catalog.favourites(Audience.PUBLIC, "ann", FIRST, 4));
        assertEquals(
                of.subList(4, 8),
                catalog.favourites(Audience.PUBLIC, "ann", of.get(3).id().text(), 4));
        assertEquals(List.of(), catalog.favourites(Audience.PUBLIC, "cid", FIRST, 50));
    }

    private boolean isFavouriteOfAnn(ImageDocument document) {
        return catalog.marks(document.id(), "ann").favourite();
    }

    @ParameterizedTest
    @EnumSource
    void favouritesAreWhatTheAudienceSees(Audience audience) {
        for (int number = 0; number < SampleStates.ALL.size(); number++) {
            catalog.save(Samples.document(number));
            put(number, "ann", SOME);
            State state = SampleStates.ALL.get(number);
            catalog.update(Samples.id(number), document -> document.with(state));
        }
        assertEquals(catalog.page(audience, FIRST, 50), catalog.favourites(audience, "ann", FIRST, 50));
    }

    @ParameterizedTest
    @MethodSource("unusualNames")
    void unusualNamesOfUsersAndTagsComeBack(String name) {
        ImageDocument document = saved(Samples.document(1));
        Marks marks = new Marks(tags(name, "sea"), true, OptionalInt.of(1));
        put(1, name, marks);
        put(1, name + " ", SOME);
        put(1, "ann", Marks.NONE.withTags(tags(name)));
        assertEquals(marks, catalog.marks(ID, name));
        assertEquals(tags(name, "sea", "sky"), catalog.opinion(ID).tags());
        assertEquals(List.of(document), catalog.favourites(Audience.PUBLIC, name, FIRST, 5));
        assertEquals(List.of(document), catalog.tagged(Audience.PUBLIC, name, FIRST, 5));
        assertEquals(List.of(), catalog.tagged(Audience.PUBLIC, name + "x", FIRST, 5));
        put(1, name, Marks.NONE);
        assertEquals(List.of(), catalog.favourites(Audience.PUBLIC, name, FIRST, 5));
        assertEquals(SOME, catalog.marks(ID, name + " "));
    }

    static List<String> unusualNames() {
        return List.of(
                "-",
                "ann-marie--",
                ID + "-ann",
                "o'neill",
                "ann of the hills",
                "domain\\ann",
                "ann@example.org",
                "\u05E9\u05DC\u05D5\u05DD \u202Eright",
                "o\u0308 is not \u00F6",
                "\uD83D\uDE80",
                "100% _ ?1 {} [\"]",
                "'); DROP TABLE mark; --",
                "\u0001\t\r\n\u2028\uFFFF",
                "ten thousand ".repeat(770));
    }

    @Test
    void usersThatDifferInCaseAreTwo() {
        catalog.save(Samples.document(1));
        put(1, "Ann", SOME);
        assertEquals(Marks.NONE, catalog.marks(ID, "ann"));
    }

    @Test
    void ofManyMarksOfOneUserAtOnceNoneIsLost() throws Exception {
        catalog.save(Samples.document(1));
        Race.run(RUNNERS, runner -> {
            for (int change = 0; change < 5; change++) {
                String tag = runner + "-" + change;
                catalog.mark(ID, "ann", marks -> marks.withTags(tags(marks, tag)));
            }
            return runner;
        });
        assertEquals(5 * RUNNERS, catalog.marks(ID, "ann").tags().size());
    }

    @Test
    void ofTheMarksOfManyUsersAtOnceNoneIsLost() throws Exception {
        catalog.save(Samples.document(1));
        Race.run(RUNNERS, runner -> {
            catalog.mark(ID, "user " + runner, marks -> SOME.withRating(OptionalInt.of(runner + 1)));
            return runner;
        });
        assertEquals(new Opinion(SOME.tags(), RUNNERS, RUNNERS * (RUNNERS + 1) / 2), catalog.opinion(ID));
    }

    private void put(int number, String user, Marks marks) {
        assertEquals(Optional.of(marks), catalog.mark(Samples.id(number), user, before -> marks));
    }

    private static SortedSet<String> tags(String... tags) {
        return new TreeSet<>(List.of(tags));
    }

    private static SortedSet<String> tags(Marks before, String added) {
        TreeSet<String> tags = new TreeSet<>(before.tags());
        tags.add(added);
        return tags;
    }

    @RepeatedTest(3)
    void changesAndMarksOfOnePictureDoNotUndoEachOther() throws Exception {
        ImageDocument saved = catalog.save(new SampleDocument(1).get()).document();
        Race.run(8, person -> {
            for (int number = 0; number < 20; number++) {
                String word = "w" + person + "x" + number;
                if (person % 2 == 0) {
                    catalog.update(
                            saved.id(),
                            document -> document.with(document.description()
                                    .with(Description.named("").withTitles(List.of(word)))));
                } else {
                    catalog.mark(saved.id(), "user" + person, marks -> marks.withTags(new TreeSet<>(Set.of(word))));
                }
            }
            return person;
        });
        assertEquals(
                80 + saved.description().titles().size(),
                catalog.find(saved.id()).orElseThrow().description().titles().size());
    }
}
