/// How originals come from stores on the network to a file: checked, complete, or not at all.
@NullMarked
package org.huimages.store.download;

import org.jspecify.annotations.NullMarked;
