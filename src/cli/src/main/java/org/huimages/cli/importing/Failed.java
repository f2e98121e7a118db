package org.huimages.cli.importing;

import java.nio.file.Path;

/// A file that is not in.
///
/// @param why in words
record Failed(Path path, String why) {}
