package org.huimages.store.couch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.huimages.catalog.Audience;
import org.huimages.store.couch.RecordedCouch.Answer;
import org.huimages.testkit.SampleStates;
import org.huimages.testkit.Samples;
import org.huimages.testkit.couch.CouchServer;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What lists by ID cost, counted at a proxy.
class ReadingCostTest {
    @RegisterExtension
    static final CouchServer COUCH = new CouchServer();

    private static final ImageId LEAST = new ImageId("2".repeat(32) + "00");
    private static final ImageId GREATEST = new ImageId("Z".repeat(32) + "99");

    private CouchNames names;

    /// Every third one is passed over.
    @BeforeEach
    void fill() {
        names = new CouchNames(COUCH.database(), COUCH.database());
        try (CouchCatalog catalog = CouchCatalogTest.ready(COUCH, names)) {
            for (int number = 0; number < 60; number++) {
                catalog.save(Samples.document(number));
                if (number % 3 == 0) {
                    catalog.update(Samples.id(number), document -> document.with(SampleStates.DELETED));
                }
            }
        }
    }

    @Test
    void neighboursPagesAndRandomOnesAreOneBoundedRequestEach() {
        try (RecordedCouch proxy = new RecordedCouch(this::forward);
                CouchConnection connection = new CouchConnection(proxy.address(), CouchLimits.DOWNLOAD)) {
            CouchDatabase pictures = connection.database(names.pictures());
            pictures.exists();
            proxy.requests.clear();
            PictureLists lists = new PictureLists(pictures, new Indexes(connection, java.util.Map.of(), true));
            for (ImageId id : List.of(Samples.id(1), Samples.id(20), Samples.id(40))) {
                lists.page(Audience.PUBLIC, id.text(), 1);
                lists.previous(Audience.PUBLIC, id);
                lists.atOrAfter(Audience.PUBLIC, id);
            }
            assertEquals(20, lists.page(Audience.READERS, "", 20).size());
            lists.previous(Audience.PUBLIC, LEAST);
            assertEquals(11, proxy.requests.size(), proxy.requests::toString);
            lists.atOrAfter(Audience.PUBLIC, GREATEST);
            assertEquals(13, proxy.requests.size(), "wrapping round takes a second one");
            assertTrue(
                    proxy.requests.stream()
                            .allMatch(request -> request.contains("/_all_docs?startkey=")
                                    && request.contains("&endkey=")
                                    && request.contains("&limit=")),
                    proxy.requests::toString);
        }
    }

    private Answer forward(String request, String body) {
        String[] parts = request.split(" ", 2);
        return new Answer(200, COUCH.peek().send(parts[0], parts[1], body));
    }
}
