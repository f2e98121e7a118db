package org.huimages.cli.job;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huimages.cli.server.CommonOptions;
import org.huimages.client.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description =
                "Writes everything, entries and originals, into a folder of the server: to move elsewhere, or to keep.",
        footer = {"%nExample:", "  huimages export up"})
public final class ExportCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final JobOptions job = new JobOptions();

    @Parameters(paramLabel = "FOLDER", description = "A name: the folder is below the server's data folder, in export.")
    private String folder = "";

    @Override
    public Integer call() {
        return job.run(common, "export", Map.of("folder", Optional.of(Json.of(folder))));
    }
}
