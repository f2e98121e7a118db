/// How long a server takes to start.
@NullMarked
package org.huimages.bench.start;

import org.jspecify.annotations.NullMarked;
