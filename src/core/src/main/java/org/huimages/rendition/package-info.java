/// From an address to a finished file: cache, single flight, bounded render pool.
@NullMarked
package org.huimages.rendition;

import org.jspecify.annotations.NullMarked;
