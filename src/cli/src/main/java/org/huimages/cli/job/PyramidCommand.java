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
        name = "pyramid",
        description = "Makes the smaller copies that renditions are made of, of all pictures that have none.",
        footer = {"%nExample:", "  huimages pyramid --rate 5 --detach"})
public final class PyramidCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final JobOptions job = new JobOptions();

    @Option(names = "--after", paramLabel = "ID", description = "Goes on behind this picture.")
    private Optional<ImageId> after = Optional.empty();

    @Override
    public Integer call() {
        return job.run(common, "pyramid", Map.of("after", after.map(id -> Json.of(id.text()))));
    }
}
