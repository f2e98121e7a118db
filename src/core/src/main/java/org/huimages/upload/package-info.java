/// From a stream of bytes to a stored, catalogued picture.
@NullMarked
package org.huimages.upload;

import org.jspecify.annotations.NullMarked;
