/// The embedded catalog: H2 in a folder.
@NullMarked
package org.huimages.store.h2;

import org.jspecify.annotations.NullMarked;
