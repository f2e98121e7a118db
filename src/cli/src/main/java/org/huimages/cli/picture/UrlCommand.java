package org.huimages.cli.picture;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.huimages.cli.server.CommonOptions;
import org.huimages.cli.server.Fields;
import org.huimages.cli.shell.Exit;
import org.huimages.cli.shell.Refused;
import org.huimages.client.HuImages;
import org.huimages.client.json.Json;
import org.huimages.url.Extension;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "url",
        description = "Writes addresses of pictures, or tags for a page.",
        footer = {
            "%nExamples:",
            "  huimages url 3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01 --size 240x160",
            "  huimages url --size small --picture 3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01"
        })
public final class UrlCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Of pictures.")
    private List<ImageId> ids = List.of();

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            defaultValue = "o",
            description = "240x160: fits in this box; 75x75!: exactly this; small, square, ...: a name; o: the original"
                    + " (which is the default).")
    private String size = "o";

    @Option(names = "--format", paramLabel = "FORMAT", description = "jpeg, webp, png or avif; not for the original.")
    private String format = "jpeg";

    @Option(names = "--tag", description = "An <img> with width, height and alternative text.")
    private boolean tag;

    @Option(names = "--picture", description = "A <picture> with all formats, for sharp screens too.")
    private boolean picture;

    @Override
    public Integer call() {
        try (HuImages images = common.open()) {
            return EachPicture.of(common.shell(), ids, id -> print(id, written(images, id.text())));
        }
    }

    private String written(HuImages images, String id) {
        if (picture) {
            return images.pictureTag(id, size);
        }
        if (tag) {
            return images.scaledTag(id, size);
        }
        return size.equals("o") ? images.imageUrl(id) : images.scaledImageUrl(id, size, format());
    }

    private ImageFormat format() {
        return Extension.parse(format.toLowerCase(Locale.ROOT))
                .map(Extension::format)
                .filter(ImageFormat::renderable)
                .orElseThrow(() -> new Refused(Exit.USAGE, "--format: jpeg, webp, png or avif, not '" + format + "'"));
    }

    private void print(ImageId id, String text) {
        common.answer(text, Fields.of("id", Json.of(id.text()), "text", Json.of(text)));
    }
}
