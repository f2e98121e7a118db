package org.huimages.bench.hits;

import java.util.List;
import java.util.function.Function;
import org.huimages.bench.hits.HitFiles.Kind;

/// Somebody who sends the files.
///
/// @param name for the table
/// @param port at which it listens, on this machine
/// @param pids its processes
/// @param paths what it is asked for
record Way(String name, int port, List<Long> pids, Function<Kind, List<String>> paths) {}
