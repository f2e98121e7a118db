package org.huimages.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huimages.bench.compare.Turns.Pair;
import org.huimages.bench.picture.Picture;
import org.huimages.testkit.PictureMaker;
import org.huimages.url.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    Path folder;

    private final Report report = new Report();

    @BeforeEach
    void twoCellsBesideOneTool() throws IOException {
        Path file = Files.write(folder.resolve("photo.jpg"), PictureMaker.jpeg(PictureMaker.photo(300, 200, 1)));
        Picture photo = Picture.of(file);
        Cell small = Cell.of(photo, new Size.Fit(30, 20)).orElseThrow();
        Cell large = Cell.of(photo, new Size.Fit(240, 160)).orElseThrow();
        report.add(new Turns(
                small, "C", List.of(new Pair(10, 10), new Pair(30, 15), new Pair(20, 25)), Double.POSITIVE_INFINITY));
        report.add(new Turns(large, "C", List.of(new Pair(40, 10)), Double.POSITIVE_INFINITY));
        report.add(small, new Tool("ours", List.of(), 0), 99.6);
        report.add(large, new Tool("ours", List.of(), 0), 111.2);
    }

    @Test
    void eachCellHasMediansAndTheMedianOfTheRatios() {
        assertTrue(report.text().contains("""
                        picture  size     ours     C  ours/C
                        photo    30x20    20.0  15.0    1.00
                        photo    240x160  40.0  10.0    4.00
                        """), report.text());
    }

    @Test
    void whereAToolCannotMakeItItsCellsAreEmpty() throws IOException {
        Cell third = Cell.of(
                        Picture.of(Files.write(
                                folder.resolve("other.jpg"), PictureMaker.jpeg(PictureMaker.photo(300, 200, 2)))),
                        new Size.Fit(30, 20))
                .orElseThrow();
        report.add(new Turns(third, "level", List.of(new Pair(8, 2)), 50));
        assertTrue(report.text().contains("""
                        photo    240x160  40.0  10.0           4.00
                        other    30x20     8.0          2.0                4.00
                        """), report.text());
    }

    @Test
    void theSummaryHasTheMeanAndTheWorst() {
        String line = "ours / C: geometric mean 2.000, worst 4.000 (photo 240x160); pictures the same in 2 of 2";
        assertTrue(report.text().contains(line), report.text());
    }

    @Test
    void memoryHasAColumnForEachTool() {
        assertTrue(report.text().contains("photo    240x160   111\n"), report.text());
    }

    @Test
    void programsGetEveryPair() throws IOException {
        Path file = folder.resolve("kernel.csv");
        report.write(file);
        List<String> lines = Files.readAllLines(file);
        assertEquals(5, lines.size());
        assertEquals("photo,30x20,C,2,30.000,15.000", lines.get(2));
    }
}
