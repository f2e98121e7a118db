/// What stores and caches do with files.
@NullMarked
package org.huimages.file;

import org.jspecify.annotations.NullMarked;
