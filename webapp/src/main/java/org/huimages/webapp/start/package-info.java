/// Start reading here: how the parts are put together and mapped to addresses.
@NullMarked
package org.huimages.webapp.start;

import org.jspecify.annotations.NullMarked;
