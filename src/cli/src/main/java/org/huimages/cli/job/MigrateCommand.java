package org.huimages.cli.job;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huimages.cli.server.CommonOptions;
import org.huimages.client.json.Json;
import org.huimages.url.ImageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "migrate",
        description = "Moves all originals that are attached to documents in CouchDB to the store of originals.",
        footer = {"%nExamples:", "  huimages migrate --dry-run", "  huimages migrate --rate 20 --salvage wrong"})
public final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final JobOptions job = new JobOptions();

    @Option(
            names = {"-n", "--dry-run"},
            description = "Changes nothing: says what would be done.")
    private boolean dryRun;

    @Option(names = "--after", paramLabel = "ID", description = "Goes on behind this picture.")
    private Optional<ImageId> after = Optional.empty();

    @Option(names = "--parallel", paramLabel = "N", description = "So many at a time (4).")
    private Optional<Integer> parallel = Optional.empty();

    @Option(
            names = "--salvage",
            paramLabel = "FOLDER",
            description = "Keeps wrong bytes there, below the data folder's salvage.")
    private Optional<String> salvage = Optional.empty();

    @Override
    public Integer call() {
        return job.run(
                common,
                "migrate",
                Map.of(
                        "dryRun", JobOptions.flag(dryRun),
                        "after", after.map(id -> Json.of(id.text())),
                        "parallel", parallel.map(Json::of),
                        "salvage", salvage.map(Json::of)));
    }
}
