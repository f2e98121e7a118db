package org.huimages.pixel;

import java.nio.file.Path;

/// One picture to be made.
///
/// @param source is only read
/// @param target appears when the job is done
/// @param client who asked, so that nobody takes the whole queue: an address; those of one name share
public record RenderJob(Path source, RenditionPlan plan, Path target, String client) {}
