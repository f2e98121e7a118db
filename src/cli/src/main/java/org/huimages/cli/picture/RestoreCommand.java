package org.huimages.cli.picture;

import java.util.List;
import java.util.concurrent.Callable;
import org.huimages.cli.server.CommonOptions;
import org.huimages.client.HuImages;
import org.huimages.url.ImageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = "Takes pictures out of the trash.",
        footer = {"%nExample:", "  huimages restore 3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01"})
public final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Of pictures.")
    private List<ImageId> ids = List.of();

    @Override
    public Integer call() {
        Lines lines = new Lines(common);
        try (HuImages images = common.open()) {
            return EachPicture.of(common.shell(), ids, id -> lines.print(images.restoreImage(id.text())));
        }
    }
}
