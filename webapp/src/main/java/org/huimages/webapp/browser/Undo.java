package org.huimages.webapp.browser;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huimages.pixel.Focal;
import org.huimages.url.ImageId;

/// What takes back the last thing that was done. It lies in a session, so it holds texts and numbers alone.
sealed interface Undo extends Serializable {

    /// @param ids of pictures to take out of the trash
    record Restore(List<String> ids) implements Undo {}

    /// @param titles as they were, by ID
    record Retitle(HashMap<String, List<String>> titles) implements Undo {
        static Retitle of(Map<String, List<String>> titles) {
            return new Retitle(new HashMap<>(titles));
        }
    }

    /// @param point as it was, two shares; empty if there was none
    record Refocus(String id, List<Double> point) implements Undo {
        static Refocus of(ImageId id, Optional<Focal> point) {
            return new Refocus(
                    id.text(), point.map(at -> List.of(at.x(), at.y())).orElse(List.of()));
        }

        Optional<Focal> focal() {
            return point.isEmpty() ? Optional.empty() : Optional.of(new Focal(point.getFirst(), point.getLast()));
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
