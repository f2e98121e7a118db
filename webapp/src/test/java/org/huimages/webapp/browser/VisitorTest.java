package org.huimages.webapp.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.catalina.LifecycleException;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.MemoryCatalog;
import org.huimages.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody gets who is not signed in, where anybody may look.
class VisitorTest {
    @TempDir
    Path folder;

    private final Catalog catalog = new MemoryCatalog();

    @Test
    void whoMayBrowseGoesFromPictureToPicture() throws IOException, LifecycleException {
        IntStream.range(0, 9).forEach(number -> catalog.save(Samples.document(number)));
        String middle = IntStream.range(0, 9)
                .mapToObj(number -> Samples.id(number).text())
                .sorted()
                .toList()
                .get(4);
        try (PagesServer server = PagesServer.start(folder, catalog)) {
            String page = server.get("image/" + middle + "/");
            assertTrue(page.contains("before=1\n") && page.contains("after=1\n"), page);
            assertTrue(page.contains("browses=true"), page);
        }
    }

    @Test
    void theFirstLanguageThatThereIsCounts() throws IOException, LifecycleException {
        try (PagesServer server = PagesServer.start(folder, catalog)) {
            assertTrue(server.get("", "Accept-Language", "fr, de").contains("f=de"));
            assertTrue(server.get("", "Accept-Language", "fr;q=0.9, de-AT;q=0.5, en;q=0.7")
                    .contains("f=en"));
            assertTrue(server.get("", "Accept-Language", "fr").contains("f=en"));
        }
    }

    @Test
    void whoReadsNoneOfTheLanguagesGetsTheFirst() {
        List<Texts> all = Texts.all();
        assertEquals(Locale.ENGLISH, Texts.of(all, List.of(Locale.FRENCH)).language());
        assertEquals(Locale.ENGLISH, Texts.of(all, List.of()).language());
    }
}
