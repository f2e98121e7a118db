package org.huimages.cli.picture;

import java.util.Optional;
import org.huimages.cli.server.CommonOptions;
import org.huimages.cli.server.Fields;
import org.huimages.cli.shell.Exit;
import org.huimages.client.json.Json;
import org.huimages.url.ImageId;

/// A picture that was looked for.
final class Neighbour {
    private Neighbour() {}

    /// @return one of [Exit]
    static int print(CommonOptions common, Optional<ImageId> found) {
        found.ifPresent(id -> common.answer(id.text(), Fields.of("id", Json.of(id.text()))));
        return found.isPresent() ? Exit.DONE : Exit.NOTHING;
    }
}
