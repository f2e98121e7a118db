package org.huimages.cli.picture;

import java.util.concurrent.Callable;
import org.huimages.cli.server.CommonOptions;
import org.huimages.client.HuImages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "random",
        description = "Says the ID of any picture.",
        footer = {"%nExample:", "  huimages url --size small $(huimages random)"})
public final class RandomCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        try (HuImages images = common.open()) {
            return Neighbour.print(common, images.randomImageId());
        }
    }
}
