/// The real server, for benchmarks that need one.
@NullMarked
package org.huimages.bench.server;

import org.jspecify.annotations.NullMarked;
