package org.huimages.cli.picture;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.huimages.cli.server.CommonOptions;
import org.huimages.cli.server.Fields;
import org.huimages.cli.server.Remote;
import org.huimages.cli.shell.Exit;
import org.huimages.cli.shell.Refused;
import org.huimages.client.json.Json;
import org.huimages.url.ImageId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "delete",
        description = "Puts pictures into the trash: nobody sees them any more, 'restore' brings them back.",
        footer = {
            "%nExamples:",
            "  huimages delete --why 'rights have ended' 3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01",
            "  huimages delete --purge --yes 3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01"
        })
public final class DeleteCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Of pictures.")
    private List<ImageId> ids = List.of();

    @Option(names = "--why", paramLabel = "TEXT", description = "For people who wonder later.")
    private String why = "";

    @Option(
            names = "--purge",
            description = "Erases them at once and for good, originals too. Needs --yes, and the role huimages-admin.")
    private boolean purge;

    @Option(names = "--yes", description = "I mean it.")
    private boolean yes;

    @Override
    public Integer call() {
        if (purge && !yes) {
            throw new Refused(
                    Exit.USAGE, "--purge cannot be undone: say --yes too, to erase %d of them".formatted(ids.size()));
        }
        try (Remote remote = common.remote()) {
            return EachPicture.of(common.shell(), ids, id -> delete(remote, id));
        }
    }

    private void delete(Remote remote, ImageId id) {
        String query = "?why=" + URLEncoder.encode(why, StandardCharsets.UTF_8) + (purge ? "&purge=now" : "");
        remote.send("DELETE", "/api/images/" + id + query);
        if (common.json() || !common.quiet()) {
            common.answer(id + "  " + state(), Fields.of("id", Json.of(id.text()), "state", Json.of(state())));
        }
    }

    private String state() {
        return purge ? "erased" : "in the trash";
    }
}
