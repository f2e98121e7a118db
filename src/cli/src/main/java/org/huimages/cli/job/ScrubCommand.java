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
        name = "scrub",
        description = "Holds every entry of the catalog against its original, and every original against the catalog.",
        footer = {
            "%nExamples:",
            "  huimages scrub",
            "  huimages scrub --repair --make-private",
            "  huimages scrub --quick --offline --data /var/lib/huimages"
        })
public final class ScrubCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final JobOptions job = new JobOptions();

    @Mixin
    private final SweepOptions sweep = new SweepOptions();

    @Option(names = "--quick", description = "Looks at lengths alone.")
    private boolean quick;

    @Option(names = "--repair", description = "Mends what another store has right.")
    private boolean repair;

    @Option(names = "--make-private", description = "Closes objects in S3 that anybody may read.")
    private boolean makePrivate;

    @Option(names = "--delete", description = "Deletes what has no entry and is no whole original.")
    private boolean delete;

    @Option(
            names = "--yes-delete",
            paramLabel = "N",
            description = "Lets so many go, where it looks as if entries were missing.")
    private Optional<Integer> yesDelete = Optional.empty();

    @Override
    public Integer call() {
        return job.run(
                common,
                "scrub",
                sweep.and(Map.of(
                        "quick", JobOptions.flag(quick),
                        "repair", JobOptions.flag(repair),
                        "makePrivate", JobOptions.flag(makePrivate),
                        "delete", JobOptions.flag(delete),
                        "yesDelete", yesDelete.map(Json::of))));
    }
}
