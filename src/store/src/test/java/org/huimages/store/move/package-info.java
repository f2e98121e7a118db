@NullMarked
package org.huimages.store.move;

import org.jspecify.annotations.NullMarked;
