/// Smaller copies of originals, of which renditions are made in a fraction of the time: the pyramid.
@NullMarked
package org.huimages.level;

import org.jspecify.annotations.NullMarked;
