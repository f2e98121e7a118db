package org.huimages.vips.child;

import java.io.Serializable;
import org.huimages.failure.Failure;
import org.huimages.pixel.RenditionPlan;
import org.jspecify.annotations.Nullable;

/// What the two processes say to each other, over the child's standard input and output.
sealed interface Message extends Serializable {

    /// Asks for one picture.
    ///
    /// @param source a path
    /// @param target a path
    record Render(String source, RenditionPlan plan, String target) implements Message {}

    /// Answers it.
    ///
    /// @param failure why the target is not there; null if it is
    record Answer(@Nullable Failure failure) implements Message {}
}
