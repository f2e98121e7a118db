package org.huimages.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.huimages.cli.importing.ImportCommand;
import org.huimages.cli.job.CacheCommand;
import org.huimages.cli.job.ExportCommand;
import org.huimages.cli.job.ImportStoreCommand;
import org.huimages.cli.job.JobsCommand;
import org.huimages.cli.job.MigrateCommand;
import org.huimages.cli.job.PyramidCommand;
import org.huimages.cli.job.ScrubCommand;
import org.huimages.cli.picture.DeleteCommand;
import org.huimages.cli.picture.GetCommand;
import org.huimages.cli.picture.InfoCommand;
import org.huimages.cli.picture.NextCommand;
import org.huimages.cli.picture.PreviousCommand;
import org.huimages.cli.picture.RandomCommand;
import org.huimages.cli.picture.RestoreCommand;
import org.huimages.cli.picture.SearchCommand;
import org.huimages.cli.picture.TagCommand;
import org.huimages.cli.picture.UrlCommand;
import org.huimages.cli.server.HasShell;
import org.huimages.cli.shell.Exit;
import org.huimages.cli.shell.Shell;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/// The command that all others are below.
@Command(
        name = "huimages",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Pictures in huImages, from a terminal.%n",
        subcommands = {
            ImportCommand.class,
            GetCommand.class,
            InfoCommand.class,
            UrlCommand.class,
            TagCommand.class,
            DeleteCommand.class,
            RestoreCommand.class,
            NextCommand.class,
            PreviousCommand.class,
            RandomCommand.class,
            SearchCommand.class,
            MigrateCommand.class,
            ScrubCommand.class,
            ExportCommand.class,
            ImportStoreCommand.class,
            PyramidCommand.class,
            JobsCommand.class,
            CacheCommand.class,
            AutoComplete.GenerateCompletion.class
        })
public final class HuImagesCommand implements HasShell {
    private final Shell shell;

    HuImagesCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Shell shell() {
        return shell;
    }

    /// Their meaning, by number.
    static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(" " + Exit.DONE, "all of it is done");
        codes.put(" " + Exit.FAILED, "some of it was not to be done");
        codes.put(" " + Exit.USAGE, "wrong arguments or settings");
        codes.put(" " + Exit.REFUSED, "not signed in, or not allowed");
        codes.put(" " + Exit.NOTHING, "there is no such picture, or no further one");
        codes.put(" " + Exit.NO_SERVER, "the server does not answer, or is too busy");
        codes.put(" " + Exit.FILE, "a file here cannot be read or written");
        return codes;
    }
}
