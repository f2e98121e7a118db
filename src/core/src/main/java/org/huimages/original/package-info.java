/// The port to where originals are kept, and its twin in memory.
@NullMarked
package org.huimages.original;

import org.jspecify.annotations.NullMarked;
