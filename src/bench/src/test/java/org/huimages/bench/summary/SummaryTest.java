package org.huimages.bench.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SummaryTest {
    private static final List<Result> RESULTS = List.of(
            new Result("kernel", "2mp 75x75!", 7.91, "sharp", 8.1, "ms", 0.97),
            new Result(FirstRenditions.PART, "a&b 240x160", 229.4, "sharp", 42, "/s", 5.4),
            new Result(FirstRenditions.WITHOUT_LEVELS, "a&b 240x160", 41, "sharp", 42, "/s", 0.98));

    @Test
    void aResultIsReadAsItWasWritten() {
        for (Result result : RESULTS) {
            assertEquals(result, Result.parse(result.line()));
        }
    }

    @Test
    void oneTableHasThemAll() {
        assertTrue(
                Summary.table(RESULTS).toString().contains("""
                        kernel                       2mp 75x75!    7.9 ms   sharp   8.1 ms         0.97
                        """),
                Summary.table(RESULTS).toString());
    }

    @Test
    void theChartHasABarForEachServer() throws Exception {
        NodeList bars = chart().getElementsByTagName("rect");
        double longest = 0;
        int count = 0;
        for (int number = 0; number < bars.getLength(); number++) {
            if (bars.item(number) instanceof Element bar
                    && !bar.getAttribute("width").equals("11")) {
                longest = Math.max(longest, Double.parseDouble(bar.getAttribute("width")));
                count++;
            }
        }
        assertEquals(3, count);
        assertEquals(590, longest, "the largest takes all the room");
    }

    @Test
    void theChartSaysWhatItShows() throws Exception {
        String text = chart().getDocumentElement().getTextContent();
        assertTrue(text.contains("First renditions of a&b"), text);
        assertTrue(text.contains("renditions a second"), text);
        assertTrue(text.contains("229"), text);
    }

    @Test
    void withoutFirstRenditionsThereIsNoChart() {
        assertFalse(FirstRenditions.isIn(RESULTS.subList(0, 1)));
    }

    private static Document chart() throws Exception {
        String svg = FirstRenditions.of(RESULTS).chart().svg();
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
