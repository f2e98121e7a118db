package org.huimages.cli.job;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.huimages.cli.server.CommonOptions;
import org.huimages.cli.server.Fields;
import org.huimages.cli.server.Remote;
import org.huimages.cli.shell.Exit;
import org.huimages.client.json.Json;
import org.huimages.url.ImageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "cache",
        description = "Says what is in the server's cache of renditions.",
        addMethodSubcommands = true,
        footer = {
            "%nExamples:",
            "  huimages cache",
            "  huimages cache warm --size 240x160 --size 'square' 3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01",
            "  huimages cache forget 3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01"
        })
public final class CacheCommand implements Callable<Integer> {
    private static final double MEGA = 1e6;
    private static final double HUNDRED = 100;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        try (Remote remote = common.remote()) {
            Json report = remote.get("/api/cache");
            if (common.json()) {
                common.shell().out().println(report.text());
            } else {
                print(new Fields(report));
            }
        }
        return Exit.DONE;
    }

    private void print(Fields report) {
        Fields disk = report.fields("disk");
        Fields unused = report.fields("unused");
        line(
                "in use",
                "%,.1f MB of %,.1f MB, %,d files",
                mega(report, "bytes"),
                mega(report, "maxBytes"),
                report.number("files"));
        line(
                "disk",
                "%,.1f MB free of %,.1f MB; %,.1f MB stay free",
                mega(disk, "free"),
                mega(disk, "total"),
                mega(disk, "floor"));
        line(
                "evicted",
                "%,d files, %,.1f MB; %,d sent and not kept",
                report.number("evicted"),
                mega(report, "evictedBytes"),
                report.number("notKept"));
        line(
                "last read",
                "%.0f %% within a day, %.0f %% within a week, %.0f %% within a month, %.0f %% before",
                percent(unused, "day"),
                percent(unused, "week"),
                percent(unused, "month"),
                percent(unused, "older"));
    }

    @SuppressWarnings("AnnotateFormatMethod") // for one annotation we would need a library
    private void line(String name, String form, Object... values) {
        common.shell().out().println("%-10s ".formatted(name) + String.format(Locale.ROOT, form, values));
    }

    private static double mega(Fields report, String name) {
        return report.number(name) / MEGA;
    }

    private static double percent(Fields report, String name) {
        return report.real(name) * HUNDRED;
    }

    @Command(description = "Drops all renditions of pictures; they are made again when they are asked for.")
    int forget(
            @Mixin CommonOptions options,
            @Parameters(paramLabel = "ID", arity = "1..*", description = "Of pictures.") List<ImageId> ids) {
        try (Remote remote = options.remote()) {
            ids.forEach(id -> remote.send("DELETE", "/api/images/" + id + "/renditions"));
        }
        return Exit.DONE;
    }

    @Command(description = "Has renditions made before anybody asks for them.")
    int warm(
            @Mixin CommonOptions options,
            @Option(names = "--size", required = true, paramLabel = "SIZE", description = "240x160, square, ...")
                    List<String> sizes,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            description = "jpeg (if none is named), webp, png, avif.")
                    List<String> formats,
            @Parameters(paramLabel = "ID", arity = "1..*", description = "Of pictures.") List<ImageId> ids) {
        List<String> asked = formats == null ? List.of("jpeg") : formats;
        try (Remote remote = options.remote()) {
            Json answer = remote.post(
                    "/api/cache/warm",
                    new Json.Members(Map.of(
                            "ids", Json.of(ids.stream().map(ImageId::text).toList()),
                            "sizes", Json.of(sizes),
                            "formats", Json.of(asked))));
            long accepted = new Fields(answer).number("accepted");
            options.answer(accepted + " renditions will be made", answer);
        }
        return Exit.DONE;
    }
}
