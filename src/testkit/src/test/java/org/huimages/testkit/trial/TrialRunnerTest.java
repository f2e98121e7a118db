package org.huimages.testkit.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.trial.MisbehavingTrials.Way;
import org.huimages.testkit.trial.Verdict.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A trial is worth something only if it can be lost.
class TrialRunnerTest {
    @TempDir
    Path folder;

    private Path picture;

    @BeforeEach
    void makePicture() throws IOException {
        picture = Files.write(folder.resolve("picture"), PictureMaker.jpeg(PictureMaker.photo(300, 200, 1)));
    }

    private TrialRunner runner(Way way) {
        Duration start = way == Way.NEVER_RETURNS ? Duration.ZERO : Duration.ofSeconds(20);
        Duration patience = MisbehavingTrials.DEADLINE.multipliedBy(3).plus(start);
        return new TrialRunner(MisbehavingTrials.class, patience, folder.toString(), way.name());
    }

    @Test
    void anEngineThatKeepsThePromisePasses() throws IOException {
        TrialRunner runner = runner(Way.NONE);
        Verdict taken = runner.judge(picture);
        assertEquals(Kind.TAKEN, taken.kind(), taken::toString);
        Path text = Files.writeString(folder.resolve("text"), "no picture", StandardCharsets.US_ASCII);
        assertEquals(Kind.REFUSED, runner.judge(text).kind());
        assertEquals(TrialRunner.AT_REST, runner.end());
    }

    @Test
    void aRefusalIsNoBrokenPromise() {
        try (TrialRunner runner = runner(Way.REFUSES_ALL)) {
            assertEquals(Kind.REFUSED, runner.judge(picture).kind());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ENDS_THE_PROCESS, the process ended with 134",
        "NEVER_RETURNS, had to be killed",
        "RETURNS_LATE, it took",
        "THROWS, a mistake of ours",
        "BLAMES_ITSELF, not ready in time",
        "MAKES_ANOTHER_SIZE, 'not Dimensions[width=64, height=43]'",
        "MAKES_NO_PICTURE, made is null",
        "LEAVES_A_FILE, it left a file",
        "SHOWS_NOT_WHAT_IT_PROVED, not to be shown"
    })
    void aBrokenPromiseIsSeen(Way way, String words) {
        try (TrialRunner runner = runner(way)) {
            assertBroken(runner.judge(picture), words);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void memoryThatNobodyPromisedIsSeen() {
        try (TrialRunner runner = runner(Way.TAKES_MEMORY)) {
            assertBroken(runner.judge(picture), "it grew by");
        }
    }

    private static void assertBroken(Verdict verdict, String words) {
        assertEquals(Kind.BROKEN, verdict.kind(), verdict::toString);
        assertTrue(verdict.detail().contains(words), verdict::toString);
    }

    @Test
    void whatIsStillInUseAtTheEndIsSeen() {
        TrialRunner runner = runner(Way.KEEPS_SOMETHING);
        Verdict taken = runner.judge(picture);
        assertEquals(Kind.TAKEN, taken.kind(), taken::toString);
        assertEquals("in use at the end: 7, exit 0", runner.end());
    }

    @Test
    void afterAProcessThatEndedTheNextFileIsJudgedByANewOne() {
        try (TrialRunner runner = runner(Way.ENDS_THE_PROCESS)) {
            assertBroken(runner.judge(picture), "the process ended with 134");
            assertBroken(runner.judge(picture), "the process ended with 134");
        }
    }

    @Test
    void aProcessThatWasNeverNeededIsNoProofOfRest() {
        assertEquals("no process at the end", runner(Way.NONE).end());
    }
}
