package org.huimages.pixel;

import java.nio.file.Path;
import org.huimages.failure.FailureException;

/// Carries out plans. Thread-safe; each call works on its caller's thread, which has to be a platform thread.
///
/// It does **not** check limits or policy: who calls it has probed the header first.
public interface PixelEngine {

    /// Makes `target` from `source`. When this returns, `target` is complete; when it throws, `target` is not
    /// there. The source is only read.
    ///
    /// @param control stops the work when it is cancelled, before it starts or in the middle
    /// @throws FailureException [Failure.Unprocessable] if the picture cannot be decoded, [Failure.Unavailable] if
    ///     it was stopped by `control`, [Failure.DiskFull]
    void render(Path source, RenditionPlan plan, Path target, RenderControl control);

    /// Prepares the calling thread, which will call [#render] from now on, and nothing but this engine.
    void adoptThread();

    /// Frees what the engine keeps for the calling thread, which is about to end.
    void releaseThread();

    /// Gives memory that is not in use back to the system. May take some milliseconds; called when little is to do.
    void releaseMemory();
}
