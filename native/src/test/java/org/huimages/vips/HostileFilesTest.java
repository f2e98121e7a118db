package org.huimages.vips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huimages.testkit.hostile.HostileFile;
import org.huimages.testkit.hostile.HostileFile.Fate;
import org.huimages.testkit.hostile.HostileFiles;
import org.huimages.testkit.trial.TrialRunner;
import org.huimages.testkit.trial.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a file holds, it comes to a right picture or to a failure that blames the file, in time and in the
/// memory that its header makes one expect, and libvips lives on. What each took is written to
/// `target/hostile.tsv`.
class HostileFilesTest {
    private static final List<String> TABLE = new ArrayList<>();

    @TempDir
    static Path folder;

    private static TrialRunner runner;

    @BeforeAll
    static void start() {
        runner = VipsTrials.runner(folder);
    }

    @AfterAll
    static void nothingIsInUseAtRest() throws IOException {
        Files.write(Path.of("target", "hostile.tsv"), TABLE);
        assertEquals(TrialRunner.AT_REST, runner.end());
    }

    static Stream<HostileFile> files() {
        return VipsTrials.full() ? Stream.concat(HostileFiles.all(), HostileFiles.heavy()) : HostileFiles.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatMeansHarmDoesNone(HostileFile hostile) throws IOException {
        byte[] bytes = hostile.bytes();
        Verdict verdict = runner.judge(Files.write(folder.resolve("hostile"), bytes));
        TABLE.add("%s\t%d bytes\t%d ms\t%d MB\t%d kB over\t%s\t%s"
                .formatted(
                        hostile,
                        bytes.length,
                        verdict.millis(),
                        verdict.kilobytes() >> 10,
                        verdict.excess(),
                        verdict.kind(),
                        verdict.detail()));
        assertNotEquals(Verdict.Kind.BROKEN, verdict.kind(), verdict::toString);
        if (hostile.fate() != Fate.EITHER) {
            assertEquals(hostile.fate().name(), verdict.kind().name(), verdict::toString);
        }
    }
}
