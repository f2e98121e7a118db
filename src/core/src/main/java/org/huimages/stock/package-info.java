/// What is held of pictures: bytes, documents, and a lock for each.
@NullMarked
package org.huimages.stock;

import org.jspecify.annotations.NullMarked;
