package org.huimages.cli.picture;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.huimages.cli.server.CommonOptions;
import org.huimages.cli.shell.Shell;
import org.huimages.client.ImageInfo;

/// Pictures as lines of text, or of JSON, one each.
record Lines(CommonOptions common) {
    private static final int TITLE = 60;

    void print(ImageInfo info) {
        common.shell().out().println(common.json() ? info.toString() : line(info));
    }

    private static String line(ImageInfo info) {
        String title = info.titles().isEmpty() ? info.filename() : info.titles().getLast();
        return "%s  %-11s  %s"
                .formatted(info.id(), dimensions(info), oneLine(title))
                .stripTrailing();
    }

    private static String dimensions(ImageInfo info) {
        return info.dimensions().map(size -> size.width() + "x" + size.height()).orElse("?");
    }

    static String oneLine(String text) {
        String plain = Shell.oneLine(text);
        return plain.codePointCount(0, plain.length()) <= TITLE
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, TITLE - 1)) + "…";
    }

    /// All that is known, a line each.
    void printAll(ImageInfo info) {
        if (common.json()) {
            common.shell().out().println(info);
            return;
        }
        line("id", info.id().text());
        line("size", dimensions(info));
        info.length().ifPresent(bytes -> line("bytes", String.format(Locale.ROOT, "%,d", bytes)));
        info.format().ifPresent(format -> line("format", format.mediaType()));
        line("file", oneLine(info.filename()));
        many("title", info.titles());
        many("type", info.types());
        many("tags", info.tags());
        info.references().forEach((key, values) -> many("ref " + key, values));
        line("created", info.created());
        line("changed", info.modified());
        line("private", info.isPrivate() ? "yes" : "");
        line("url", info.url());
    }

    private void many(String name, List<String> values) {
        line(name, values.stream().map(Lines::oneLine).collect(Collectors.joining(", ")));
    }

    private void line(String name, String value) {
        if (!value.isEmpty()) {
            common.shell().out().println("%-10s %s".formatted(name, value));
        }
    }
}
