package org.huimages.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.huimages.cli.shell.Exit;
import org.huimages.cli.shell.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the program says of itself.
class HelpTest {
    @TempDir
    Path home;

    private Run run(String... arguments) {
        return Run.of(Map.of(), home, arguments);
    }

    static Stream<String> commands() {
        return Program.commandLine(Shell.real()).getSubcommands().keySet().stream();
    }

    @Test
    void everyCommandIsThere() {
        Set<String> names = Program.commandLine(Shell.real()).getSubcommands().keySet();
        assertTrue(
                names.containsAll(List.of(
                        "import",
                        "get",
                        "info",
                        "url",
                        "tag",
                        "delete",
                        "restore",
                        "next",
                        "previous",
                        "random",
                        "search",
                        "migrate",
                        "scrub",
                        "export",
                        "import-store",
                        "jobs",
                        "cache")),
                names.toString());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItself(String command) {
        Run help = run(command, "--help");
        assertEquals(Exit.DONE, help.code());
        assertEquals("", help.err());
        assertTrue(help.out().startsWith("Usage: huimages " + command), help.out());
        assertTrue(help.out().contains("Exit codes:"), help.out());
        assertTrue(command.equals("generate-completion") || help.out().contains("Example"), help.out());
        assertFalse(help.out().contains("\u001b"), "no colours in a pipe");
    }

    @Test
    void aCommandThatIsMistypedIsGuessed() {
        Run typo = run("inport", "x");
        assertEquals(Exit.USAGE, typo.code());
        assertTrue(typo.err().contains("huimages import"), typo.err());
        assertEquals("", typo.out());
    }

    @Test
    void bashCanReadTheCompletion() throws Exception {
        Run completion = run("generate-completion");
        assertEquals(Exit.DONE, completion.code());
        Path script = Files.writeString(home.resolve("completion"), completion.out());
        assertEquals(
                0,
                new ProcessBuilder("bash", "-n", script.toString())
                        .inheritIO()
                        .start()
                        .waitFor());
        assertTrue(completion.out().contains("--title-from-name"));
    }

    @Test
    void coloursAreForTerminalsWhereTheyAreWanted() {
        assertTrue(helpInTerminal(Map.of()).contains("\u001b["));
        assertFalse(helpInTerminal(Map.of("NO_COLOR", "1")).contains("\u001b["));
    }

    private String helpInTerminal(Map<String, String> environment) {
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(Exit.DONE, Program.run(new Shell(environment, home, stream, stream, true, true), "--help"));
        return out.toString(StandardCharsets.UTF_8);
    }
}
