package org.huimages.cli.importing;

import java.nio.file.Path;
import java.time.Instant;

/// A file to be brought in.
///
/// @param path as it was reached from what the command was given
/// @param bytes its length
/// @param time when it was changed last
record Found(Path path, long bytes, Instant time) {}
