package org.huimages.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.huimages.testkit.ChildJvm;
import org.huimages.testkit.Samples;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged is on the disk, whatever happens to the server.
class H2CrashTest {
    private static final int UNTIL_HALT = 20;
    private static final int UNTIL_KILL = 100;
    private static final int UNTIL_COMPACTED = 2000;

    /// In milliseconds.
    private static final String RETENTION = "10000";

    private static final String SHORT_RETENTION = "500";
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

    @TempDir
    Path folder;

    @Test
    void aHaltRightAfterACommitLosesNothing() throws Exception {
        Process child = ChildJvm.start(SavingProgram.class, folder.toString(), String.valueOf(UNTIL_HALT), RETENTION);
        List<Integer> acknowledged = linesUntilEnd(child);
        assertEquals(IntStream.rangeClosed(1, UNTIL_HALT).boxed().toList(), acknowledged);
        assertAllThere(acknowledged);
    }

    @RepeatedTest(3)
    void aKillInTheMiddleOfSavingLosesNothingThatWasAcknowledged() throws Exception {
        killAfter(UNTIL_KILL, RETENTION);
    }

    /// Places of the file are written over all the time.
    @RepeatedTest(2)
    void aKillWhileTheFileIsCompactedLosesNothingThatWasAcknowledged() throws Exception {
        killAfter(UNTIL_COMPACTED, SHORT_RETENTION);
    }

    private void killAfter(int saved, String retention) throws Exception {
        Process child = ChildJvm.start(SavingProgram.class, folder.toString(), "0", retention);
        List<Integer> acknowledged = new ArrayList<>();
        try (BufferedReader lines = child.inputReader()) {
            while (acknowledged.size() < saved) {
                acknowledged.add(Integer.valueOf(lines.readLine()));
            }
            kill(child);
            acknowledged.addAll(wholeLines(lines));
        }
        assertTrue(acknowledged.size() >= saved);
        assertAllThere(acknowledged);
    }

    @Test
    void aCatalogThatCouldNotWriteGoesOnWhenItCan() throws Exception {
        assumeTrue(Files.isExecutable(PRLIMIT), "there is no " + PRLIMIT + ": apt-get install util-linux");
        Process child = ChildJvm.startLimited(2, FillingProgram.class, folder.toString());
        try (BufferedReader lines = child.inputReader()) {
            assertEquals("full", lines.readLine());
            new ProcessBuilder(PRLIMIT.toString(), "--pid=" + child.pid(), "--fsize=unlimited:")
                    .start()
                    .waitFor();
            child.outputWriter().append('\n').flush();
            assertEquals("all there", lines.readLine());
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static List<Integer> linesUntilEnd(Process child) throws IOException, InterruptedException {
        try (BufferedReader lines = child.inputReader()) {
            List<Integer> numbers = lines.lines().map(Integer::valueOf).toList();
            assertEquals(0, child.waitFor());
            return numbers;
        }
    }

    /// By its handle, since [Process#destroyForcibly] closes what it printed.
    private static void kill(Process child) throws InterruptedException {
        assertTrue(child.toHandle().destroyForcibly());
        child.waitFor();
    }

    /// What was printed to the end of the line before the kill.
    private static List<Integer> wholeLines(BufferedReader rest) throws IOException {
        StringWriter text = new StringWriter();
        rest.transferTo(text);
        return text.toString()
                .substring(0, text.toString().lastIndexOf('\n') + 1)
                .lines()
                .map(Integer::valueOf)
                .toList();
    }

    private void assertAllThere(List<Integer> numbers) {
        try (H2Catalog reopened = H2Catalog.open(folder)) {
            for (int number : numbers) {
                assertEquals(
                        Optional.of(Samples.document(number, "title " + number)), reopened.find(Samples.id(number)));
            }
        }
    }
}
