/// What the embedded catalog costs, and how that grows with the number of pictures.
@NullMarked
package org.huimages.bench.catalog;

import org.jspecify.annotations.NullMarked;
