/// All originals that older systems attached to documents, taken to where originals lie now.
@NullMarked
package org.huimages.migrate;

import org.jspecify.annotations.NullMarked;
