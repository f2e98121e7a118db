package org.huimages.level;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.huimages.url.Dimensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelTest {
    private static final Dimensions PHOTO = new Dimensions(4032, 3024);

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0, 0",
        "849, 600, 0, 0",
        "850, 600, 2, 0",
        "1920, 1280, 4, 0",
        "3799, 2000, 8, 0",
        "3800, 2000, 2, 8",
        "3024, 4032, 2, 8",
        "6000, 4000, 2, 8",
        "9000, 6000, 4, 16",
        "65535, 20000, 8, 64",
        "10000, 600, 4, 0",
        "10000, 1, 0, 0",
    })
    void howMuchSmallerLevelsAreDependsOnTheLongestEdge(int width, int height, int first, int second) {
        List<Integer> expected =
                List.of(first, second).stream().filter(shrink -> shrink > 0).toList();
        assertEquals(
                expected,
                Level.of(new Dimensions(width, height)).stream()
                        .map(Level::shrink)
                        .toList());
    }

    @Test
    void anOriginalOfFewBytesHasNoLargeLevel() {
        assertEquals(List.of(new Level(2), new Level(8)), Level.of(PHOTO, PHOTO.pixels() / 5));
        assertEquals(List.of(new Level(8)), Level.of(PHOTO, PHOTO.pixels() / 5 - 1));
    }

    @Test
    void itsSmallOneMayBeAnother() {
        Dimensions large = new Dimensions(8160, 6120);
        assertEquals(List.of(new Level(4), new Level(16)), Level.of(large));
        assertEquals(List.of(new Level(8)), Level.of(large, 9_000_000));
    }

    @Test
    void whatIsBrokenOffIsNoPixel() {
        assertEquals(new Dimensions(504, 377), new Level(8).dimensions(new Dimensions(4039, 3023)));
    }

    @Test
    void aLevelIsNearlyTwiceAsLargeAsWhatIsMadeOfIt() {
        assertTrue(new Level(8).isGoodFor(new Dimensions(288, 216), PHOTO));
        assertFalse(new Level(8).isGoodFor(new Dimensions(289, 217), PHOTO));
        assertTrue(new Level(2).isGoodFor(new Dimensions(1024, 768), PHOTO));
        assertFalse(new Level(2).isGoodFor(new Dimensions(1600, 1200), PHOTO));
    }

    @Test
    void aLevelTakesAboutAFifthOfItsOriginalAtMost() {
        assertTrue(Level.isSmallEnough(220, 1000));
        assertFalse(Level.isSmallEnough(221, 1000));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 12, 128, -2})
    void otherPartsAreNoLevels(int shrink) {
        assertThrows(IllegalArgumentException.class, () -> new Level(shrink));
    }
}
