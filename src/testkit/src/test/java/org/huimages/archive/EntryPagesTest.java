package org.huimages.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.huimages.job.Walk.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryPagesTest {
    @TempDir
    Path folder;

    /// All lines, each page from the last cursor of the page before.
    private List<Item<String>> all(String text) throws IOException {
        EntryPages pages = new EntryPages(Files.writeString(folder.resolve("entries"), text));
        List<Item<String>> all = new ArrayList<>();
        List<Item<String>> page = pages.after("");
        while (!page.isEmpty()) {
            all.addAll(page);
            page = pages.after(page.getLast().cursor());
        }
        return all;
    }

    private static List<String> values(List<Item<String>> items) {
        return items.stream().map(Item::value).toList();
    }

    @Test
    void linesOfAnyLengthAreReadOnceEach() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            lines.add("ü" + number + "\t" + "x".repeat(number * 10_000));
        }
        lines.add("long\t" + "y".repeat(3 << 20));
        lines.add("");
        lines.add("last\t");
        assertEquals(lines, values(all(String.join("\n", lines) + "\n")));
    }

    @Test
    void anyPlaceBetweenTwoLinesIsACursor() throws IOException {
        List<Item<String>> all = all("a\t1\nbü\t2\nc\t3\n");
        assertEquals(List.of("a", "bü", "c"), all.stream().map(Item::subject).toList());
        for (int number = 0; number < all.size(); number++) {
            List<Item<String>> rest = new EntryPages(folder.resolve("entries"))
                    .after(all.get(number).cursor());
            assertEquals(all.subList(number + 1, all.size()), rest);
        }
    }

    @Test
    void whatWasCutOffAtTheEndIsNoLine() throws IOException {
        assertEquals(List.of("whole"), values(all("whole\nha")));
        assertEquals(List.of(), values(all("")));
    }
}
