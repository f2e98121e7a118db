/// Commands on single pictures and on lists of them.
@NullMarked
package org.huimages.cli.picture;

import org.jspecify.annotations.NullMarked;
