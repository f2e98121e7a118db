package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huimages.catalog.Audience;
import org.huimages.catalog.Catalog.TagCount;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.State;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every [org.huimages.catalog.Catalog] promises of tags: which pictures have them, and how many.
public abstract class CatalogTagsContract extends CatalogFixture {
    private static final String FIRST = "";
    private static final int ALL = 1000;
    private static final int RUNNERS = 8;
    private static final List<String> TAGS = List.of("sea", "sky", "skyline", "sun");
    private static final List<String> USERS = List.of("ann", "bob");

    @Test
    void atFirstThereAreNoTags() {
        catalog.save(Samples.document(1));
        assertEquals(List.of(), catalog.tags(Audience.READERS, "", ALL));
        assertEquals(List.of(), catalog.tagged(Audience.READERS, "sea", FIRST, ALL));
    }

    @Test
    void taggedPicturesComeInTheOrderOfIds() {
        for (int number = 0; number < 20; number++) {
            tag(number, "ann", number % 2 == 0 ? "sea" : "seaside");
        }
        List<ImageDocument> expected = catalog.page(Audience.PUBLIC, FIRST, ALL).stream()
                .filter(document -> catalog.opinion(document.id()).tags().contains("sea"))
                .toList();
        assertEquals(10, expected.size());
        assertEquals(expected, catalog.tagged(Audience.PUBLIC, "sea", FIRST, ALL));
        assertEquals(expected.subList(0, 4), catalog.tagged(Audience.PUBLIC, "sea", FIRST, 4));
        String cursor = expected.get(3).id().text();
        catalog.erase(expected.get(3).id());
        assertEquals(expected.subList(4, 8), catalog.tagged(Audience.PUBLIC, "sea", cursor, 4));
        assertEquals(List.of(), catalog.tagged(Audience.PUBLIC, "se", FIRST, ALL));
        assertEquals(List.of(), catalog.tagged(Audience.PUBLIC, "SEA", FIRST, ALL));
    }

    @Test
    void aPictureWithTheSameTagOfTwoUsersCountsOnce() {
        tag(1, "ann", "sea");
        tag(1, "bob", "sea", "sky");
        assertCounts(Audience.PUBLIC, count("sea", 1), count("sky", 1));
        tag(1, "ann");
        assertCounts(Audience.PUBLIC, count("sea", 1), count("sky", 1));
        tag(1, "bob", "sky");
        assertCounts(Audience.PUBLIC, count("sky", 1));
        tag(1, "bob");
        assertCounts(Audience.PUBLIC);
    }

    @Test
    void theTagsMostUsedComeFirstThenThoseFirstInTheAlphabet() {
        tag(1, "ann", "a", "b", "c", "d");
        tag(2, "ann", "c", "d");
        tag(3, "ann", "d", "b");
        assertCounts(Audience.PUBLIC, count("d", 3), count("b", 2), count("c", 2), count("a", 1));
        assertEquals(List.of(count("d", 3), count("b", 2)), catalog.tags(Audience.PUBLIC, "", 2));
    }

    @ParameterizedTest
    @EnumSource
    void onlyPicturesThatTheAudienceSeesCount(Audience audience) {
        tag(1, "ann", "sea");
        tag(2, "ann", "sea", "sky");
        for (State state : SampleStates.ALL) {
            ImageDocument changed = catalog.update(Samples.id(2), document -> document.with(state))
                    .orElseThrow();
            if (audience.sees(changed)) {
                assertCounts(audience, count("sea", 2), count("sky", 1));
            } else {
                assertCounts(audience, count("sea", 1));
            }
        }
    }

    @Test
    void whatIsInTheTrashCountsAgainWhenItIsBack() {
        tag(1, "ann", "sea");
        catalog.update(Samples.id(1), document -> document.with(SampleStates.DELETED));
        assertCounts(Audience.READERS);
        tag(1, "bob", "sky");
        assertCounts(Audience.READERS);
        catalog.save(Samples.document(1));
        assertCounts(Audience.PUBLIC, count("sea", 1), count("sky", 1));
    }

    @Test
    void whatIsErasedDoesNotCount() {
        tag(1, "ann", "sea");
        tag(2, "ann", "sea");
        tag(2, "bob", "sky");
        catalog.erase(Samples.id(2));
        assertCounts(Audience.PUBLIC, count("sea", 1));
        catalog.save(Samples.document(2));
        assertCounts(Audience.READERS, count("sea", 1));
    }

    @Test
    void aPrefixIsTheBeginningOfATag() {
        String longTag = "llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
        tag(1, "ann", "sea", "seaside", "the sea", "s%", "s_", longTag, longTag + "!", "\uD83D\uDE80", "\uD83D\uDE81");
        assertTags("sea", "sea", "seaside");
        assertTags("seas", "seaside");
        assertTags("sead");
        assertTags("SEA");
        assertTags("s%", "s%");
        assertTags("s_", "s_");
        assertTags(longTag.substring(0, 16), longTag, longTag + "!");
        assertTags(longTag.substring(0, 17), longTag, longTag + "!");
        assertTags(longTag + "!", longTag + "!");
        assertTags(longTag.substring(0, 20) + "x");
        assertTags("\uD83D\uDE80", "\uD83D\uDE80");
    }

    @Test
    void longTagsWithACommonBeginningAreCountedApart() {
        String common = "x".repeat(100);
        tag(1, "ann", common + "a", common + "b");
        tag(2, "ann", common + "b", common);
        assertEquals(
                List.of(count(common + "b", 2), count(common, 1), count(common + "a", 1)),
                catalog.tags(Audience.PUBLIC, common, ALL));
        assertEquals(List.of(count(common + "b", 2)), catalog.tags(Audience.PUBLIC, common, 1));
        tag(2, "ann", common);
        assertEquals(List.of(count(common + "b", 1)), catalog.tags(Audience.PUBLIC, common + "b", ALL));
    }

    @Test
    void afterAnySequenceOfChangesTheCountsAreTrue() {
        Random random = new Random(1);
        for (int change = 0; change < 300; change++) {
            changeSomething(random, 10);
        }
        assertCountsAreTrue();
    }

    @RepeatedTest(3)
    void afterManyChangesAtOnceTheCountsAreTrue() throws Exception {
        Race.run(RUNNERS, runner -> {
            Random random = new Random(runner);
            for (int change = 0; change < 40; change++) {
                changeSomething(random, 5);
            }
            return runner;
        });
        assertCountsAreTrue();
    }

    private void changeSomething(Random random, int pictures) {
        int number = random.nextInt(pictures);
        ImageId id = Samples.id(number);
        switch (random.nextInt(6)) {
            case 0 -> catalog.save(Samples.document(number, "title " + random.nextInt(3)));
            case 1 -> catalog.erase(id);
            case 2 -> {
                State state = any(random, SampleStates.ALL);
                catalog.update(id, document -> document.with(state));
            }
            default -> {
                SortedSet<String> tags = new TreeSet<>(List.of(any(random, TAGS), any(random, TAGS)));
                catalog.mark(id, any(random, USERS), marks -> marks.withTags(tags));
            }
        }
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void assertCountsAreTrue() {
        for (Audience audience : Audience.values()) {
            Map<String, Integer> counts = new TreeMap<>();
            for (ImageDocument document : catalog.page(audience, FIRST, ALL)) {
                catalog.opinion(document.id()).tags().forEach(tag -> counts.merge(tag, 1, Integer::sum));
            }
            assertCounts(
                    audience,
                    counts.entrySet().stream()
                            .map(entry -> count(entry.getKey(), entry.getValue()))
                            .sorted(Comparator.comparingInt(TagCount::pictures).reversed())
                            .toArray(TagCount[]::new));
            counts.forEach((tag, pictures) -> assertEquals(
                    pictures, catalog.tagged(audience, tag, FIRST, ALL).size(), tag));
        }
    }

    /// Saves the picture, and has the user give it exactly these tags.
    private void tag(int number, String user, String... tags) {
        if (catalog.find(Samples.id(number)).isEmpty()) {
            catalog.save(Samples.document(number));
        }
        catalog.mark(Samples.id(number), user, marks -> marks.withTags(new TreeSet<>(List.of(tags))));
    }

    private void assertCounts(Audience audience, TagCount... expected) {
        assertEquals(Arrays.asList(expected), catalog.tags(audience, "", ALL));
    }

    private void assertTags(String prefix, String... expected) {
        assertEquals(
                Arrays.asList(expected),
                catalog.tags(Audience.PUBLIC, prefix, ALL).stream()
                        .map(TagCount::tag)
                        .toList());
    }

    private static TagCount count(String tag, int pictures) {
        return new TagCount(tag, pictures);
    }
}
