package org.huimages.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.huimages.cli.shell.Exit;
import org.huimages.cli.shell.FileTrouble;
import org.huimages.cli.shell.Shell;
import org.huimages.url.ImageId;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// One run: the arguments are read, the command does its work, trouble becomes one line and an exit code.
public final class Program {
    private static final int NARROW = 60;

    private Program() {}

    /// @return one of [Exit]
    public static int run(Shell shell, String... arguments) {
        return commandLine(shell).execute(arguments);
    }

    static CommandLine commandLine(Shell shell) {
        CommandLine line = new CommandLine(new HuImagesCommand(shell))
                .registerConverter(ImageId.class, Program::id)
                .setOut(new PrintWriter(shell.out(), true, shell.out().charset()))
                .setErr(new PrintWriter(shell.err(), true, shell.err().charset()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(colours(shell)))
                .setUsageHelpAutoWidth(shell.outForPeople())
                .setUsageHelpLongOptionsMaxWidth(NARROW)
                .setExecutionExceptionHandler((trouble, command, parsed) -> trouble(shell, trouble))
                .setParameterExceptionHandler((wrong, given) -> wrong(shell, wrong));
        line.getSubcommands().values().forEach(command -> exitCodes(command.getCommandSpec()));
        return line;
    }

    private static ImageId id(String text) {
        String plain = text.substring(text.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
        return ImageId.parse(plain).orElseThrow(() -> new TypeConversionException(notAnId(text)));
    }

    private static Ansi colours(Shell shell) {
        return shell.outForPeople() && shell.variable("NO_COLOR").isEmpty() ? Ansi.ON : Ansi.OFF;
    }

    private static void exitCodes(CommandSpec command) {
        command.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(HuImagesCommand.exitCodes());
    }

    private static int trouble(Shell shell, Exception trouble) {
        int code = Exit.of(trouble);
        shell.complain(words(trouble));
        return code;
    }

    /// Java's own words for files that cannot be used are their names alone.
    static String words(Exception trouble) {
        return switch (trouble) {
            case UncheckedIOException wrapped -> FileTrouble.words(Objects.requireNonNull(wrapped.getCause()));
            case IOException file -> FileTrouble.words(file);
            default -> String.valueOf(trouble.getMessage());
        };
    }

    /// What is no ID ends the list of IDs, and is left over then.
    private static String words(ParameterException wrong) {
        boolean isOfIds = wrong.getCommandLine().getCommandSpec().positionalParameters().stream()
                .anyMatch(parameter -> parameter.arity().max() > 1
                        && List.of(parameter.auxiliaryTypes()).contains(ImageId.class));
        return wrong instanceof UnmatchedArgumentException left && isOfIds && !left.isUnknownOption()
                ? notAnId(left.getUnmatched().getFirst())
                : String.valueOf(wrong.getMessage());
    }

    private static String notAnId(String text) {
        return "'" + text + "' is not the ID of a picture";
    }

    private static int wrong(Shell shell, ParameterException wrong) {
        shell.complain(words(wrong).lines().findFirst().orElse(""));
        UnmatchedArgumentException.printSuggestions(
                wrong, wrong.getCommandLine().getErr());
        shell.complain("see '" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help'");
        return Exit.USAGE;
    }
}
