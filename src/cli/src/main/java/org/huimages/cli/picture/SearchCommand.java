package org.huimages.cli.picture;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huimages.cli.server.CommonOptions;
import org.huimages.cli.shell.Exit;
import org.huimages.cli.shell.Refused;
import org.huimages.client.HuImages;
import org.huimages.client.ImageInfo;
import org.huimages.client.ImagePage;
import org.huimages.client.Selection;
import org.huimages.url.ImageId;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "search",
        description = "Lists pictures: by words in titles, tags, file names and references, or as asked for.",
        footer = {
            "%nExamples:",
            "  huimages search harb blue",
            "  huimages search --newest --limit 10",
            "  huimages search --tag harbour --all --ids > harbour.txt"
        })
public final class SearchCommand implements Callable<Integer> {
    private static final int PAGE = 200;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "WORD", arity = "0..*", description = "Beginnings of words; a picture has all of them.")
    private List<String> words = List.of();

    @ArgGroup
    private Kind kind = new Kind();

    /// At most one of these, and no words with it.
    static final class Kind {
        @Option(names = "--tag", paramLabel = "TAG", description = "Those with exactly this tag.")
        private Optional<String> tag = Optional.empty();

        @Option(names = "--favourites-of", paramLabel = "USER", description = "Those that this user likes best.")
        private Optional<String> favourites = Optional.empty();

        @Option(names = "--newest", description = "Those saved last.")
        private boolean newest;

        private Optional<Selection> selection() {
            return tag.map(Selection::tagged)
                    .or(() -> favourites.map(Selection::favourites))
                    .or(() -> newest ? Optional.of(Selection.newest()) : Optional.empty());
        }
    }

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (50).")
    private int limit = 50;

    @Option(names = "--all", description = "All there are.")
    private boolean all;

    @Option(names = "--ids", description = "Their IDs alone.")
    private boolean idsAlone;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new Refused(Exit.USAGE, "--limit: at least 1, not " + limit);
        }
        try (HuImages images = common.open()) {
            return print(images) > 0 ? Exit.DONE : Exit.NOTHING;
        }
    }

    private Selection selection() {
        Optional<Selection> asked = kind.selection();
        if (asked.isPresent() && !words.isEmpty()) {
            throw new Refused(Exit.USAGE, "either words, or one of --tag, --favourites-of and --newest");
        }
        return asked.orElseGet(() -> words.isEmpty() ? Selection.all() : Selection.matching(String.join(" ", words)));
    }

    /// Page by page, as they come.
    private int print(HuImages images) {
        Selection selection = selection();
        int printed = 0;
        Optional<ImageId> next = Optional.empty();
        do {
            int wanted = all ? PAGE : Math.min(PAGE, limit - printed);
            Selection part = selection.limit(wanted);
            ImagePage page = images.images(next.map(part::after).orElse(part));
            page.images().forEach(this::print);
            printed += page.images().size();
            next = page.next();
        } while (next.isPresent() && (all || printed < limit));
        return printed;
    }

    private void print(ImageInfo info) {
        if (idsAlone) {
            common.shell().out().println(info.id());
        } else {
            new Lines(common).print(info);
        }
    }
}
