package org.huimages.keeper;

import java.nio.file.Path;
import java.time.Instant;

/// A file in the cache.
///
/// @param bytes what its leaving frees: nothing, if it has another name elsewhere
record CacheFile(Path path, FileKind kind, long bytes, Instant used) {}
