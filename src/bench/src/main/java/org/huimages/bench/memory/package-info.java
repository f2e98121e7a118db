/// Whether memory grows with the number of renditions.
@NullMarked
package org.huimages.bench.memory;

import org.jspecify.annotations.NullMarked;
