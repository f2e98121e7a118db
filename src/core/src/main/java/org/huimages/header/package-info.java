/// Our own reading of a picture's header, before any decoder sees the file.
@NullMarked
package org.huimages.header;

import org.jspecify.annotations.NullMarked;
