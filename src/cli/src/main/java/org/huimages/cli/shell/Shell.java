package org.huimages.cli.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/// What surrounds a command.
///
/// @param environment variables by name
/// @param home of whoever calls
/// @param out takes what was asked for
/// @param err takes what goes wrong, and how far things are
/// @param outForPeople whether a person reads `out` as it is written, in a terminal
/// @param errForPeople the same of `err`
public record Shell(
        Map<String, String> environment,
        Path home,
        PrintStream out,
        PrintStream err,
        boolean outForPeople,
        boolean errForPeople) {
    private static final int OUT = 1;
    private static final int ERR = 2;

    /// That of this process.
    public static Shell real() {
        return new Shell(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                System.out,
                System.err,
                isTerminal(OUT),
                isTerminal(ERR));
    }

    /// Java can tell it only of input and output together; Linux tells it of each. Elsewhere what is known of colours
    /// has to do.
    private static boolean isTerminal(int stream) {
        Path link = Path.of("/proc/self/fd/" + stream);
        try {
            return Files.readSymbolicLink(link).toString().matches("/dev/(pts/|tty|console).*");
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return CommandLine.Help.Ansi.AUTO.enabled();
        }
    }

    /// The same, where nobody looks at how far things are.
    public Shell unwatched() {
        return new Shell(environment, home, out, err, outForPeople, false);
    }

    /// A variable that is set, and not to nothing.
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /// Whether boxes and bars can be drawn with more than ASCII.
    public boolean drawsUnicode() {
        return err.charset().equals(Charset.forName("UTF-8"));
    }

    /// One line about what goes wrong.
    public void complain(String line) {
        err.println("huimages: " + oneLine(line));
    }

    /// Names of files and titles are of people, and may hold anything, what moves a terminal's cursor too.
    public static String oneLine(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
