package org.huimages.cli.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huimages.cli.server.CommonOptions;
import org.huimages.cli.server.Fields;
import org.huimages.cli.shell.Exit;
import org.huimages.cli.shell.Refused;
import org.huimages.cli.shell.Shell;
import org.huimages.client.HuImages;
import org.huimages.client.json.Json;
import org.huimages.url.ImageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "get",
        description = "Fetches a picture: the original, or a size of it as JPEG.",
        footer = {
            "%nWithout --output the file gets the picture's own name, in the folder you are in; in a pipe its bytes go"
                    + " there. A file that is there is written over only with --force, and is never left half.",
            "%nExamples:",
            "  huimages get 3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01",
            "  huimages get 3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01 --size 240x160 -o small.jpeg",
            "  huimages get $(huimages random) > any.jpeg"
        })
public final class GetCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "ID", description = "Of the picture.")
    @SuppressWarnings("NullAway.Init")
    private ImageId id;

    @Option(names = "--size", paramLabel = "SIZE", description = "As in addresses: 240x160, 75x75!, small, o.")
    private String size = "o";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to: a file, a folder, or - for standard output.")
    private Optional<String> output = Optional.empty();

    @Option(
            names = {"-f", "--force"},
            description = "Writes over a file that is there.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        try (HuImages images = common.open()) {
            Shell shell = common.shell();
            if (output.map(STANDARD_OUTPUT::equals).orElse(!shell.outForPeople())) {
                shell.out().write(images.scaledImageData(id.text(), size));
                shell.out().flush();
                return shell.out().checkError() ? Exit.FILE : Exit.DONE;
            }
            Path target = target(images);
            if (Files.isRegularFile(target) && !force) {
                throw new Refused(Exit.FILE, target + " is there already; --force writes over it");
            }
            write(target, images.scaledImageData(id.text(), size));
            say(target);
            return Exit.DONE;
        }
    }

    /// Under the picture's own name, unless a file is named.
    private Path target(HuImages images) {
        Path place = Path.of(output.orElse(""));
        return output.isEmpty() || Files.isDirectory(place) ? place.resolve(name(images)) : place;
    }

    /// What an address ends with.
    private String name(HuImages images) {
        images.imageInfo(id.text());
        String address = images.scaledImageUrl(id.text(), size).replaceFirst("\\?.*", "");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /// Devices are written to as they are.
    private static void write(Path target, byte[] bytes) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            Files.write(target, bytes);
            return;
        }
        Path half = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.write(half, bytes);
            Files.move(half, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private void say(Path target) {
        if (common.json() || !common.quiet()) {
            common.answer(target.toString(), Fields.of("file", Json.of(target.toString())));
        }
    }
}
