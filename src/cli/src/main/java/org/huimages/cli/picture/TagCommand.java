package org.huimages.cli.picture;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huimages.cli.server.CommonOptions;
import org.huimages.cli.server.Fields;
import org.huimages.client.HuImages;
import org.huimages.client.Marks;
import org.huimages.client.MarksChange;
import org.huimages.client.json.Json;
import org.huimages.url.ImageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "tag",
        description = "Shows and changes the tags that a user has given to pictures.",
        footer = {
            "%nExamples:",
            "  huimages tag 3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01",
            "  huimages tag --add harbour --add 'blue hour' --remove misc 3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01",
            "  huimages search --tag misc --ids | xargs huimages tag --remove misc"
        })
public final class TagCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Of pictures.")
    private List<ImageId> ids = List.of();

    @Option(names = "--add", paramLabel = "TAG", description = "May be given several times.")
    private List<String> added = List.of();

    @Option(names = "--remove", paramLabel = "TAG", description = "May be given several times.")
    private List<String> removed = List.of();

    @Option(names = "--of", paramLabel = "USER", description = "Whose; yours, if nobody is named.")
    private Optional<String> of = Optional.empty();

    @Override
    public Integer call() {
        String whose = of.orElseGet(common::self);
        try (HuImages images = common.open()) {
            return EachPicture.of(common.shell(), ids, id -> print(id, marks(images, id.text(), whose)));
        }
    }

    private Marks marks(HuImages images, String id, String whose) {
        return added.isEmpty() && removed.isEmpty() ? images.marks(id, whose) : images.mark(id, whose, change());
    }

    private MarksChange change() {
        MarksChange adding =
                added.isEmpty() ? MarksChange.none() : MarksChange.none().addTags(added.toArray(String[]::new));
        return removed.isEmpty() ? adding : adding.removeTags(removed.toArray(String[]::new));
    }

    private void print(ImageId id, Marks marks) {
        common.answer(
                id + "  " + String.join(" ", marks.tags()),
                Fields.of("id", Json.of(id.text()), "tags", Json.of(marks.tags())));
    }
}
