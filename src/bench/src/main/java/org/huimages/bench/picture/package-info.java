/// Pictures to measure with: made by code, or a folder of them.
@NullMarked
package org.huimages.bench.picture;

import org.jspecify.annotations.NullMarked;
