package org.huimages.cli.importing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huimages.cli.server.CommonOptions;
import org.huimages.cli.shell.Bar;
import org.huimages.cli.shell.Exit;
import org.huimages.cli.shell.Farewell;
import org.huimages.cli.shell.Refused;
import org.huimages.cli.shell.Shell;
import org.huimages.client.HuImages;
import org.huimages.client.HuImagesException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Brings pictures in: files, and folders of them.",
            "",
            "What the server has already is not sent again, but told what is new: so a command that was broken off is"
                    + " simply given again. The time of a file becomes that of the picture. In folders, files are taken"
                    + " whose names end as pictures' do; what begins with a dot is left out.%n"
        },
        footer = {
            "%nIn titles and values of references %%d stands for the way to the file's folder, %%f for its name, %%n for"
                    + " its name without ending, %%t for that with blanks in place of _ and -, and %%%% for a per cent sign.",
            "%nExamples:",
            "  huimages import --title Waterfall --tag water,iceland falls.jpeg",
            "  huimages import --recursive --title-from-name --ref path=%%d --exclude '*_small.*' /archive/2009",
            "  huimages import --recursive --dry-run /archive"
        })
public final class ImportCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MOST_JOBS = 64;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE|DIR", arity = "1..*", description = "Pictures, and folders of pictures.")
    private List<Path> paths = List.of();

    @Option(
            names = {"-r", "--recursive"},
            description = "Folders in folders too.")
    private boolean recursive;

    @Option(
            names = "--exclude",
            paramLabel = "GLOB",
            description = "Leaves out files and folders so called, in the folders that are named.")
    private List<String> excluded = List.of();

    @ArgGroup
    private Title title = new Title();

    /// One of these.
    static final class Title {
        @Option(names = "--title", paramLabel = "TEXT", description = "Title of all of them.")
        private Optional<String> text = Optional.empty();

        @Option(names = "--title-from-name", description = "The file's name as its title: --title %%t.")
        private boolean fromName;

        private Optional<String> chosen() {
            return fromName ? Optional.of(Labels.TITLE_FROM_NAME) : text;
        }
    }

    @Option(
            names = "--ref",
            paramLabel = "KEY=VALUE",
            converter = Reference.class,
            description = "To something else, by which they can be found.")
    private List<Map.Entry<String, String>> references = List.of();

    @Option(names = "--artnr", paramLabel = "N", description = "Number of the article: --ref artnr=N.")
    private Optional<String> artnr = Optional.empty();

    @Option(names = "--type", paramLabel = "TYPE", description = "What kind of pictures they are.")
    private List<String> types = List.of();

    @Option(names = "--tag", paramLabel = "TAG", split = ",", description = "Tags, as yours.")
    private List<String> tags = List.of();

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "So many are sent at a time (4).")
    private int jobs = 4;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Changes nothing: says what would be imported.")
    private boolean dryRun;

    @Override
    public Integer call() {
        if (jobs < 1 || jobs > MOST_JOBS) {
            throw new Refused(Exit.USAGE, "--jobs: from 1 to " + MOST_JOBS + ", not " + jobs);
        }
        if (paths.stream().anyMatch(path -> path.toString().isEmpty())) {
            throw new Refused(
                    Exit.USAGE, "a file or folder without a name: an empty variable? The folder you are in is .");
        }
        Optional<String> user = tags.isEmpty() ? Optional.empty() : Optional.of(common.self());
        Importer.Order order = new Importer.Order(labels(), user, jobs, dryRun);
        try (HuImages images = common.open()) {
            return run(images, order, Finder.find(paths, recursive, excluded));
        }
    }

    private Labels labels() {
        List<Map.Entry<String, String>> all = new ArrayList<>(references);
        artnr.ifPresent(number -> all.add(Map.entry("artnr", number.replace("%", "%%"))));
        return new Labels(title.chosen(), all, types, tags);
    }

    private int run(HuImages images, Importer.Order order, Finds finds) {
        Shell shell = common.shell();
        long start = System.nanoTime();
        Tally tally = new Tally(finds.failures());
        Bar bar = Bar.ofBytes(shell, dryRun ? "Looking" : "Importing", finds.bytes());
        Reporter reporter = new Reporter(common, finds.files().size(), tally, bar);
        Farewell farewell = new Farewell(shell, () -> "stopped" + goOn(tally.counts()));
        try (bar;
                Importer importer = new Importer(images, order, new Patience(PATIENCE), bar, reporter::tell)) {
            importer.run(finds.files());
        } catch (Refused | HuImagesException over) {
            if (tally.hasBegun()) {
                summarize(finds, tally, start);
            }
            throw new Refused(Exit.of(over), over.getMessage() + goOn(tally.counts()));
        } finally {
            farewell.close();
        }
        reporter.catchUp();
        summarize(finds, tally, start);
        return tally.counts().failures().isEmpty() ? Exit.DONE : Exit.FAILED;
    }

    private static String goOn(Counts counts) {
        return counts.sent() == 0 ? "" : ", %d sent; the same command goes on from there".formatted(counts.sent());
    }

    private void summarize(Finds finds, Tally tally, long start) {
        Shell shell = common.shell();
        Counts counts = tally.counts();
        Summary summary = new Summary(finds, counts, Duration.ofNanos(System.nanoTime() - start), dryRun);
        if (common.json()) {
            finds.failures().forEach(failure -> shell.out().println(json(failure)));
            shell.out().println(summary.json().text());
        } else if (!common.quiet()) {
            summary.text().forEach(shell.err()::println);
        } else {
            counts.failures().forEach(failure -> shell.complain(failure.path() + ": " + failure.why()));
        }
    }

    private static String json(Failed failure) {
        Found file = new Found(failure.path(), 0, Instant.EPOCH);
        return new Outcome(file, "", Outcome.State.FAILED, failure.why()).json().text();
    }
}
