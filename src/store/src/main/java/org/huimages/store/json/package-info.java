/// Documents as lines of text.
@NullMarked
package org.huimages.store.json;

import org.jspecify.annotations.NullMarked;
