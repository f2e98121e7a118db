@NullMarked
package org.huimages.archive;

import org.jspecify.annotations.NullMarked;
