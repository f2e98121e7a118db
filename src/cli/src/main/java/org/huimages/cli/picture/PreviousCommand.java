package org.huimages.cli.picture;

import java.util.concurrent.Callable;
import org.huimages.cli.server.CommonOptions;
import org.huimages.client.HuImages;
import org.huimages.url.ImageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "previous",
        description = "Says which picture comes before it, by ID.",
        footer = {"%nExample:", "  huimages previous 3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01"})
public final class PreviousCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "ID", description = "Of a picture.")
    @SuppressWarnings("NullAway.Init")
    private ImageId id;

    @Override
    public Integer call() {
        try (HuImages images = common.open()) {
            return Neighbour.print(common, images.previousImageId(id.text()));
        }
    }
}
