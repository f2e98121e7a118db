package org.huimages.rendition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.Stream;
import org.huimages.url.ImageId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstituteTest {
    private static final ImageId ID = new ImageId("3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01");

    @ParameterizedTest
    @CsvSource({
        "240x160.jpeg, 480x320.jpeg 1024x768.jpeg,        480x320.jpeg",
        "240x160.jpeg, 1024x768.jpeg 480x320.jpeg,        480x320.jpeg",
        "240x160.jpeg, 240x161.jpeg,                      240x161.jpeg",
        "240x160.jpeg, 800x159.jpeg 239x900.jpeg,         ",
        "240x160.jpeg, 480x320.webp o.jpeg,               ",
        "240x160.jpeg, 480x320!.jpeg,                     ",
        "75x75!.jpeg,  100x100!.jpeg 150x150!.jpeg,       100x100!.jpeg",
        "75x75!.jpeg,  100x90!.jpeg 50x50!.jpeg,          ",
        "75x75!.jpeg,  150x150.jpeg,                      ",
        "o.jpeg,       480x320.jpeg,                      ",
        "240x160.jpeg, notes.txt .jpeg 480x320 x,         ",
    })
    void theNearestLargerOneOfTheSameKindStandsIn(String wanted, String held, String expected) {
        Stream<RenditionKey> keys = Stream.of(held.split(" ")).flatMap(name -> RenditionKey.of(ID, name).stream());
        Optional<RenditionKey> key = RenditionKey.of(ID, wanted);
        assertEquals(
                Optional.ofNullable(expected).flatMap(name -> RenditionKey.of(ID, name)),
                Substitute.of(key.orElseThrow(), keys));
    }
}
