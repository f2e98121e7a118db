package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Deployed again and again into one Tomcat, with work in between: nothing of an earlier one stays.
@Timeout(1800)
class RedeployIT {
    private static final int TIMES = Boolean.getBoolean("huimages.full") ? 50 : 5;

    /// One that stayed would be twelve megabytes.
    private static final long OF_APPLICATIONS = 512 * 1024;

    /// The JVM's own, for profiles of methods that become hot: measured are three megabytes in fifty times, one of
    /// them with an application that does nothing.
    private static final long OF_THE_JVM = 6 << 20;

    /// Of the JDK's, which come and go with what is linked; one of ours that stayed would be two thousand.
    private static final int SOME_CLASSES = 200;

    /// Threads of Tomcat and of the JVM that come and go.
    private static final int SOME_THREADS = 5;

    /// A log that Tomcat opens late, a source of random numbers.
    private static final int SOME_FILES = 2;

    @TempDir
    Path folder;

    @Test
    void nothingOfAnEarlierOneStays() throws IOException {
        try (StockTomcat tomcat = StockTomcat.start(TomcatFolder.in(folder))) {
            Manager manager = new Manager(tomcat.at("/manager/text"));
            Footprint empty = Footprint.of(tomcat);
            List<Footprint> footprints = new ArrayList<>();
            for (int time = 1; time <= TIMES; time++) {
                manager.deploy("/img");
                work(tomcat.at("/img"), time);
                footprints.add(Footprint.of(tomcat));
            }
            print(footprints);
            assertSame(footprints.get(1), footprints.getLast());
            assertEquals(empty.classLoaders() + 1, footprints.getLast().classLoaders());
            assertEquals("OK - No memory leaks found", manager.findLeaks().strip());
            manager.undeploy("/img");
            assertGone(tomcat, empty);
            assertClean(tomcat);
        }
    }

    private static void work(Http http, int time) {
        ImageId id = Checkup.pass(http, time);
        Checkup.makesAvif(http, id);
        for (String size : List.of("100x100", "75x75!", "o", "vga")) {
            http.get("/" + size + "/" + id + "/photo.jpeg");
        }
        http.get("/240x160/" + id + "/photo.webp");
        http.get("/api/images?limit=10", "Authorization", Http.ADMIN);
    }

    /// The second is what counts: what is loaded once and kept, Tomcat's and the JVM's, is there by then.
    private static void assertSame(Footprint second, Footprint last) {
        String both = second + "\n" + last;
        assertAll(
                () -> assertEquals(second.classLoaders(), last.classLoaders(), both),
                () -> assertTrue(last.classes() <= second.classes() + SOME_CLASSES, both),
                () -> assertTrue(last.applications() <= second.applications() + OF_APPLICATIONS, both),
                () -> assertTrue(last.metaspace() <= second.metaspace() + OF_THE_JVM, both),
                () -> assertTrue(last.threads() <= second.threads() + SOME_THREADS, both),
                () -> assertEquals(second.files(), last.files(), both),
                () -> assertEquals(1, last.libraries(), both));
    }

    /// Of the last one Java may keep the classes, until the next one comes or memory gets scarce: softly, in
    /// java.lang.runtime.ObjectMethods, those of the record whose `equals` it linked last.
    private static void assertGone(StockTomcat tomcat, Footprint empty) throws IOException {
        Footprint gone = Footprint.of(tomcat);
        assertTrue(gone.classLoaders() <= empty.classLoaders() + 1, gone::toString);
        assertEquals(List.of(), Footprint.threadsOfOurs(tomcat));
        System.out.println("before: " + empty + "\nafter: " + gone);
        assertTrue(gone.files() <= empty.files() + SOME_FILES, gone::toString);
        assertEquals(1, gone.libraries(), "libvips stays for the next one");
    }

    private static void print(List<Footprint> footprints) {
        for (int time = 1; time <= footprints.size(); time++) {
            if (time <= 2 || time % 10 == 0 || time == footprints.size()) {
                System.out.println("redeploy " + time + ": " + footprints.get(time - 1));
            }
        }
    }

    private static void assertClean(StockTomcat tomcat) throws IOException {
        String log = tomcat.log();
        for (String word : List.of("leak", "WARNING", "SEVERE", "\tat ")) {
            assertFalse(log.contains(word), log);
        }
    }
}
