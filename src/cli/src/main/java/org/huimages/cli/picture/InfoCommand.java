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
        name = "info",
        description = "Says what is known of pictures.",
        footer = {
            "%nExamples:",
            "  huimages info 3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01",
            "  huimages info --json $(huimages random) | jq .width"
        })
public final class InfoCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Of pictures; addresses of theirs will do.")
    private List<ImageId> ids = List.of();

    @Override
    public Integer call() {
        Lines lines = new Lines(common);
        try (HuImages images = common.open()) {
            return EachPicture.of(
                    common.shell(),
                    ids,
                    id -> lines.printAll(images.imageInfo(id.text()).orElseThrow(EachPicture::missing)));
        }
    }
}
