/// Keeps a store that is down from holding up those who ask it.
@NullMarked
package org.huimages.store.guard;

import org.jspecify.annotations.NullMarked;
