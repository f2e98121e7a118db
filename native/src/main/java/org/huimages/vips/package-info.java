/// libvips, called through the Foreign Function & Memory API. Start with `VipsEngine`.
@NullMarked
package org.huimages.vips;

import org.jspecify.annotations.NullMarked;
