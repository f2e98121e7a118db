@NullMarked
package org.huimages.vips;

import org.jspecify.annotations.NullMarked;
