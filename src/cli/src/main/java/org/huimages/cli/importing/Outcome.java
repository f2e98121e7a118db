package org.huimages.cli.importing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.huimages.cli.shell.Shell;
import org.huimages.client.json.Json;

/// What has become of one file.
///
/// @param id its ID; empty if it has none
/// @param why it failed; empty if it did not
record Outcome(Found file, String id, State state, String why) {
    enum State {
        /// Its bytes went to the server.
        IMPORTED,
        /// Would go there.
        NEW,
        /// They were there already.
        THERE,
        /// The same, and it has been told something new.
        LABELLED,
        FAILED
    }

    String text() {
        return id + "  " + Shell.oneLine(file.path().toString());
    }

    Json json() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("file", Json.of(file.path().toString()));
        members.put("state", Json.of(state.name().toLowerCase(Locale.ROOT)));
        if (!id.isEmpty()) {
            members.put("id", Json.of(id));
        }
        if (!why.isEmpty()) {
            members.put("why", Json.of(why));
        }
        return new Json.Members(members);
    }
}
