package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huimages.catalog.Audience;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.State;
import org.huimages.catalog.Timestamp;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every [org.huimages.catalog.Catalog] promises of lists by ID and by age.
public abstract class CatalogListContract extends CatalogFixture {
    private static final String FIRST = "";
    private static final int MOST = 1000;
    private static final ImageId LEAST = new ImageId("2".repeat(32) + "00");
    private static final ImageId GREATEST = new ImageId("Z".repeat(32) + "99");
    private static final Comparator<ImageDocument> BY_ID = Comparator.comparing(ImageDocument::id);
    private static final Comparator<ImageDocument> BY_AGE = Comparator.comparing(
                    (ImageDocument document) -> document.created().text())
            .thenComparing(BY_ID)
            .reversed();

    @ParameterizedTest
    @EnumSource
    void anEmptyCatalogHasNothingToList(Audience audience) {
        assertEquals(List.of(), catalog.page(audience, FIRST, 10));
        assertEquals(List.of(), catalog.newest(audience, Optional.empty(), 10));
        assertEquals(List.of(), catalog.newest(audience, Optional.of(Samples.id(1)), 10));
        assertEquals(List.of(), catalog.deleted(FIRST, 10));
        assertEquals(Optional.empty(), catalog.previous(audience, GREATEST));
        assertEquals(Optional.empty(), catalog.atOrAfter(audience, LEAST));
    }

    @Test
    void pagesFollowEachOtherInTheOrderOfIds() {
        List<ImageDocument> all = savedByNumber(State.FINE, 20);
        assertEquals(all, paged(7, after -> catalog.page(Audience.PUBLIC, after, 7)));
        assertEquals(all, catalog.page(Audience.PUBLIC, FIRST, 20));
        assertEquals(all, catalog.page(Audience.PUBLIC, FIRST, 1000));
        assertEquals(List.of(), catalog.page(Audience.PUBLIC, FIRST, 0));
        assertEquals(List.of(), catalog.page(Audience.PUBLIC, all.getLast().id().text(), 10));
    }

    @Test
    void allAreThereWhateverHasBecomeOfThem() {
        assertEquals(List.of(), catalog.all(FIRST, 10));
        assertEquals(0, catalog.size());
        List<ImageDocument> all = new ArrayList<>();
        for (State state : SampleStates.ALL) {
            all.add(saved(new SampleDocument(all.size()).state(state).get()));
        }
        all.add(saved(new SampleDocument(all.size())
                .state(State.FINE.withUnlisted(true))
                .get()));
        all.sort(BY_ID);
        assertEquals(all, paged(3, after -> catalog.all(after, 3)));
        assertEquals(all, catalog.all(FIRST, 1000));
        assertEquals(List.of(), catalog.all(all.getLast().id().text(), 10));
        assertEquals(all.size(), catalog.size());
    }

    @Test
    void whatOlderSystemsCouldNotDecodeIsFoundButNotListed() {
        ImageDocument unlisted = catalog.save(new SampleDocument(1)
                        .unproven()
                        .state(State.FINE.withUnlisted(true))
                        .get())
                .document();
        assertEquals(Optional.of(unlisted), catalog.find(unlisted.id()));
        assertTrue(unlisted.state().unlisted() && unlisted.facts().isEmpty());
        assertEquals(List.of(), catalog.page(Audience.READERS, FIRST, 10));
        assertEquals(List.of(), catalog.newest(Audience.READERS, Optional.empty(), 10));
        assertEquals(List.of(), catalog.deleted(FIRST, 10));
        assertEquals(Optional.empty(), catalog.atOrAfter(Audience.READERS, LEAST));
    }

    @Test
    void aCursorNeedNotExist() {
        List<ImageDocument> all = savedByNumber(State.FINE, 9);
        ImageId gone = all.get(4).id();
        catalog.erase(gone);
        assertEquals(all.subList(5, 7), catalog.page(Audience.PUBLIC, gone.text(), 2));
        assertEquals(Optional.of(all.get(3)), catalog.previous(Audience.PUBLIC, gone));
        assertEquals(Optional.of(all.get(5)), catalog.atOrAfter(Audience.PUBLIC, gone));
        assertEquals(List.of(), catalog.page(Audience.PUBLIC, GREATEST.text(), 2));
        assertEquals(Optional.of(all.getLast()), catalog.previous(Audience.PUBLIC, GREATEST));
        assertEquals(Optional.empty(), catalog.previous(Audience.PUBLIC, LEAST));
    }

    @Test
    void whatIsAtTheCursorIsTakenOnlyByAtOrAfter() {
        List<ImageDocument> all = savedByNumber(State.FINE, 3);
        ImageId middle = all.get(1).id();
        assertEquals(all.subList(2, 3), catalog.page(Audience.PUBLIC, middle.text(), 5));
        assertEquals(Optional.of(all.get(0)), catalog.previous(Audience.PUBLIC, middle));
        assertEquals(Optional.of(all.get(1)), catalog.atOrAfter(Audience.PUBLIC, middle));
    }

    @Test
    void afterTheLastOneComesTheFirst() {
        List<ImageDocument> all = savedByNumber(State.FINE, 3);
        assertEquals(Optional.of(all.getFirst()), catalog.atOrAfter(Audience.PUBLIC, GREATEST));
        assertEquals(Optional.of(all.getFirst()), catalog.atOrAfter(Audience.PUBLIC, LEAST));
    }

    @ParameterizedTest
    @EnumSource
    void everyListIsWhatItsAudienceSees(Audience audience) {
        List<ImageDocument> all = savedInAnyState(60);
        List<ImageDocument> seen = all.stream().filter(audience::sees).toList();
        assertEquals(seen, paged(7, after -> catalog.page(audience, after, 7)));
        assertEquals(
                seen.stream().sorted(BY_AGE).toList(),
                paged(7, after -> catalog.newest(audience, ImageId.parse(after), 7)));
        assertEquals(
                all.stream().filter(SampleStates::isInTrash).toList(), paged(3, after -> catalog.deleted(after, 3)));
        for (ImageDocument cursor : all) {
            assertNeighbours(audience, seen, cursor.id());
        }
    }

    private void assertNeighbours(Audience audience, List<ImageDocument> seen, ImageId cursor) {
        Predicate<ImageDocument> before = document -> document.id().compareTo(cursor) < 0;
        Predicate<ImageDocument> after = document -> document.id().compareTo(cursor) > 0;
        assertEquals(seen.stream().filter(after).limit(2).toList(), catalog.page(audience, cursor.text(), 2));
        assertEquals(seen.stream().filter(before).reduce((one, next) -> next), catalog.previous(audience, cursor));
        assertEquals(
                Stream.concat(seen.stream().filter(before.negate()), seen.stream())
                        .findFirst(),
                catalog.atOrAfter(audience, cursor));
    }

    @ParameterizedTest
    @EnumSource
    void aLongerListIsNotCutWhereAShorterOneEnded(Audience audience) {
        List<ImageDocument> all = savedByNumber(State.FINE, 20);
        for (int limit : new int[] {3, 20, 5, 12, 1}) {
            assertEquals(
                    limit, catalog.newest(audience, Optional.empty(), limit).size());
            assertEquals(all.subList(0, limit), catalog.page(audience, FIRST, limit));
        }
    }

    @Test
    void onlyPrivatePicturesAreNothingForThePublic() {
        List<ImageDocument> all = savedByNumber(SampleStates.HIDDEN, 3);
        assertEquals(Optional.empty(), catalog.atOrAfter(Audience.PUBLIC, LEAST));
        assertEquals(Optional.empty(), catalog.previous(Audience.PUBLIC, GREATEST));
        assertEquals(List.of(), catalog.newest(Audience.PUBLIC, Optional.empty(), 3));
        assertEquals(Optional.of(all.getFirst()), catalog.atOrAfter(Audience.READERS, LEAST));
    }

    @Test
    void aPictureMovesFromListToListWithItsState() {
        ImageDocument picture = saved(Samples.document(1));
        for (State state : List.of(
                SampleStates.HIDDEN,
                SampleStates.HIDDEN_AND_DELETED,
                State.FINE,
                SampleStates.DELETED,
                SampleStates.BROKEN,
                SampleStates.ERASED,
                SampleStates.HIDDEN)) {
            picture = catalog.update(picture.id(), document -> document.with(state))
                    .orElseThrow();
            assertIsWhereItBelongs(picture);
        }
    }

    @Test
    void whatIsSavedAgainIsOutOfTheTrash() {
        catalog.save(new SampleDocument(1).state(SampleStates.DELETED).get());
        assertIsWhereItBelongs(catalog.save(Samples.document(1)).document());
    }

    @Test
    void whatIsErasedIsInNoList() {
        for (State state : SampleStates.ALL) {
            ImageDocument document = saved(new SampleDocument(1).state(state).get());
            catalog.erase(document.id());
            assertEquals(List.of(), catalog.page(Audience.READERS, FIRST, 5));
            assertEquals(List.of(), catalog.newest(Audience.READERS, Optional.empty(), 5));
            assertEquals(List.of(), catalog.deleted(FIRST, 5));
        }
    }

    private void assertIsWhereItBelongs(ImageDocument picture) {
        for (Audience audience : Audience.values()) {
            List<ImageDocument> expected = audience.sees(picture) ? List.of(picture) : List.of();
            assertEquals(expected, catalog.page(audience, FIRST, 5));
            assertEquals(expected, catalog.newest(audience, Optional.empty(), 5));
        }
        assertEquals(SampleStates.isInTrash(picture) ? List.of(picture) : List.of(), catalog.deleted(FIRST, 5));
    }

    @Test
    void ofTheSameAgeTheGreaterIdIsNewer() {
        List<ImageDocument> all = savedByNumber(State.FINE, 20);
        assertEquals(all.reversed(), paged(6, after -> catalog.newest(Audience.PUBLIC, ImageId.parse(after), 6)));
    }

    @Test
    void timesAreComparedAsTexts() {
        List<ImageDocument> all = Stream.of(
                        "",
                        " ",
                        "20090129T235959.000000",
                        "20090129T235959.000001",
                        "2009-01-29T23:59:59Z",
                        "None",
                        "yesterday",
                        "yesterday ",
                        "yesterday\u0000",
                        "yesterday\u0000\u0001",
                        "yesterday\u0000a",
                        "\u0661\u0662",
                        "\uD83D\uDE80",
                        "\uFFFF",
                        "9".repeat(10_000))
                .map(text -> saved(new SampleDocument(text.hashCode())
                        .created(new Timestamp(text))
                        .get()))
                .sorted(BY_AGE)
                .toList();
        assertEquals(all, paged(2, after -> catalog.newest(Audience.PUBLIC, ImageId.parse(after), 2)));
    }

    @Test
    void whatIsSeenNoMoreIsACursorOfTheNewestStillUntilItIsErased() {
        List<ImageDocument> all = savedByNumber(State.FINE, 6).reversed();
        ImageId cursor = all.get(2).id();
        for (State state : List.of(SampleStates.HIDDEN, SampleStates.DELETED, SampleStates.ERASED)) {
            catalog.update(cursor, document -> document.with(state));
            assertEquals(all.subList(3, 6), catalog.newest(Audience.PUBLIC, Optional.of(cursor), 5));
        }
        catalog.erase(cursor);
        assertEquals(List.of(), catalog.newest(Audience.PUBLIC, Optional.of(cursor), 5));
    }

    @Test
    void aChangeOfAPictureDoesNotMakeItNewer() {
        List<ImageDocument> all = savedByNumber(State.FINE, 3).reversed();
        ImageDocument oldest = catalog.save(new SampleDocument(1)
                        .created(new Timestamp("2030"))
                        .modified(new Timestamp("2030"))
                        .get())
                .document();
        List<ImageDocument> expected = all.stream()
                .map(document -> document.id().equals(oldest.id()) ? oldest : document)
                .toList();
        assertEquals(expected, catalog.newest(Audience.PUBLIC, Optional.empty(), 5));
    }

    /// Pictures 1 to `count`, in the order of their IDs.
    private List<ImageDocument> savedByNumber(State state, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(
                        number -> saved(new SampleDocument(number).state(state).get()))
                .sorted(BY_ID)
                .toList();
    }

    /// So many pictures of few ages, in the order of their IDs.
    private List<ImageDocument> savedInAnyState(int count) {
        Random random = new Random(count);
        return IntStream.range(0, count)
                .mapToObj(number -> saved(new SampleDocument(number)
                        .state(SampleStates.ALL.get(random.nextInt(SampleStates.ALL.size())))
                        .created(new Timestamp("2026070" + random.nextInt(4)))
                        .get()))
                .sorted(BY_ID)
                .toList();
    }

    /// All pages of a list, none of them longer than its limit, each after the last one of the page before.
    private static List<ImageDocument> paged(int limit, Function<String, List<ImageDocument>> page) {
        List<ImageDocument> all = new ArrayList<>();
        List<ImageDocument> next = page.apply(FIRST);
        while (!next.isEmpty()) {
            all.addAll(next);
            assertTrue(next.size() <= limit && all.size() <= MOST, () -> "pages that do not end: " + all);
            next = page.apply(next.getLast().id().text());
        }
        return all;
    }
}
