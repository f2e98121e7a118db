/// Pixel work in another process: for what cannot be interrupted, and may have to be killed.
@NullMarked
package org.huimages.vips.child;

import org.jspecify.annotations.NullMarked;
