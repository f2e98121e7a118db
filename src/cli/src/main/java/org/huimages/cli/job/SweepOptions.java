package org.huimages.cli.job;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.huimages.client.json.Json;
import org.huimages.url.ImageId;
import picocli.CommandLine.Option;

/// What jobs take that look at the bytes of all originals.
final class SweepOptions {
    @Option(
            names = {"-n", "--dry-run"},
            description = "Changes nothing: says what would be done.")
    private boolean dryRun;

    @Option(names = "--after", paramLabel = "ID", description = "Goes on behind this picture.")
    private Optional<ImageId> after = Optional.empty();

    @Option(
            names = "--salvage",
            paramLabel = "FOLDER",
            description = "Keeps wrong bytes there, below the data folder's salvage.")
    private Optional<String> salvage = Optional.empty();

    /// @param own what the job takes beside
    Map<String, Optional<Json>> and(Map<String, Optional<Json>> own) {
        Map<String, Optional<Json>> all = new LinkedHashMap<>(own);
        all.put("dryRun", JobOptions.flag(dryRun));
        all.put("after", after.map(id -> Json.of(id.text())));
        all.put("salvage", salvage.map(Json::of));
        return all;
    }
}
