package org.huimages.webapp.browser;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What takes back the last thing that was done. It lies in a session, so it holds texts alone.
sealed interface Undo extends Serializable {

    /// @param ids of pictures to take out of the trash
    record Restore(List<String> ids) implements Undo {}

    /// @param titles as they were, by ID
    record Retitle(HashMap<String, List<String>> titles) implements Undo {
        static Retitle of(Map<String, List<String>> titles) {
            return new Retitle(new HashMap<>(titles));
        }
    }

    /// @param user whose tags they are
    /// @param tags as they were, by ID
    record Retag(String user, HashMap<String, List<String>> tags) implements Undo {
        static Retag of(String user, Map<String, List<String>> tags) {
            return new Retag(user, new HashMap<>(tags));
        }
    }
}
