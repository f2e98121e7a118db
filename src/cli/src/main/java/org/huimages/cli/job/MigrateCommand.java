package org.huimages.cli.job;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huimages.cli.server.CommonOptions;
import org.huimages.client.json.Json;
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

    @Mixin
    private final SweepOptions sweep = new SweepOptions();

    @Option(names = "--parallel", paramLabel = "N", description = "So many at a time (4).")
    private Optional<Integer> parallel = Optional.empty();

    @Override
    public Integer call() {
        return job.run(common, "migrate", sweep.and(Map.of("parallel", parallel.map(Json::of))));
    }
}
