@NullMarked
package org.huimages.vips.child;

import org.jspecify.annotations.NullMarked;
