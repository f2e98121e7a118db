package org.huimages.cli.job;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huimages.cli.server.CommonOptions;
import org.huimages.client.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import-store",
        description = "Takes in what export has written; what is there already is added to.",
        footer = {"%nExamples:", "  huimages import-store --dry-run up", "  huimages import-store up"})
public final class ImportStoreCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final JobOptions job = new JobOptions();

    @Parameters(paramLabel = "FOLDER", description = "A name: the folder is below the server's data folder, in export.")
    private String folder = "";

    @Option(
            names = {"-n", "--dry-run"},
            description = "Changes nothing: says what would be done.")
    private boolean dryRun;

    @Override
    public Integer call() {
        return job.run(
                common, "import", Map.of("folder", Optional.of(Json.of(folder)), "dryRun", JobOptions.flag(dryRun)));
    }
}
