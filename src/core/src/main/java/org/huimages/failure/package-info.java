/// All failures on one screen: what can go wrong, and what the public is told.
@NullMarked
package org.huimages.failure;

import org.jspecify.annotations.NullMarked;
