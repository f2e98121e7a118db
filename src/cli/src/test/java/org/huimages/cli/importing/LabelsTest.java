package org.huimages.cli.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huimages.client.ImageInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
    private static final ImageInfo KNOWN = ImageInfo.parse("""
            {"id": "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01", "titles": ["blue hour"], "types": ["photo"], "tags": ["sea"],
             "references": {"artnr": ["14"]}}""");

    @ParameterizedTest
    @CsvSource({
        "%d, archive/2009, archive/2009/blue_hour-2.jpg",
        "%d, archive, ./archive/./a.jpg",
        "%d, '', a.jpg",
        "%d, /srv/pictures, /srv/pictures/a.jpg",
        "%f, blue_hour-2.jpg, archive/blue_hour-2.jpg",
        "%n, blue_hour-2.1, archive/blue_hour-2.1.jpg",
        "%n, noending, noending",
        "%t, blue hour 2, archive/blue_hour-2.jpg",
        "100 %% of %n, 100 % of a, a.jpg",
        "%n, $1, $1.jpg"
    })
    void placesAreFilled(String form, String filled, String path) {
        assertEquals(filled, Labels.filled(form, Path.of(path)));
    }

    private static Labels labels(String title, String artnr, String type, String tag) {
        return new Labels(Optional.of(title), List.of(Map.entry("artnr", artnr)), List.of(type), List.of(tag));
    }

    @Test
    void whatStandsForNothingIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> labels("%q", "1", "photo", "sea"));
        assertThrows(IllegalArgumentException.class, () -> labels("a", "%q", "photo", "sea"));
    }

    @Test
    void whoKnowsAllIsToldNothing() {
        Labels labels = labels("%t", "14", "photo", "Sea");
        assertEquals(Optional.empty(), labels.missing(KNOWN, Path.of("blue_hour.jpg")));
        assertEquals(List.of(), labels.missingTags(KNOWN));
    }

    @Test
    void whatIsNewIsTold() {
        Path file = Path.of("other.jpg");
        assertEquals(List.of("lake"), labels("%t", "14", "photo", "lake").missingTags(KNOWN));
        assertEquals(
                true, labels("%t", "14", "photo", "sea").missing(KNOWN, file).isPresent());
        assertEquals(
                true,
                labels("blue hour", "15", "photo", "sea").missing(KNOWN, file).isPresent());
        assertEquals(
                true,
                labels("blue hour", "14", "scan", "sea").missing(KNOWN, file).isPresent());
    }
}
