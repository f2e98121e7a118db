/// Everything that is held of pictures, in a folder that any server can read: the way from one store to another.
@NullMarked
package org.huimages.archive;

import org.jspecify.annotations.NullMarked;
