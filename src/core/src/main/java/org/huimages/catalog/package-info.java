/// The port to the metadata, the document of a picture, and the twin in memory.
@NullMarked
package org.huimages.catalog;

import org.jspecify.annotations.NullMarked;
