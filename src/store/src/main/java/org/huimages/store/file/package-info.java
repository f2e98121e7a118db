/// Originals as plain files, and the data folder they lie in.
@NullMarked
package org.huimages.store.file;

import org.jspecify.annotations.NullMarked;
