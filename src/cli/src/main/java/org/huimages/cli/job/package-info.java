/// Work on all pictures, which the server does and the terminal watches.
@NullMarked
package org.huimages.cli.job;

import org.jspecify.annotations.NullMarked;
