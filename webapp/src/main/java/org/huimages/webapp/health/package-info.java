/// Whether the server lives, and whether it is ready.
@NullMarked
package org.huimages.webapp.health;

import org.jspecify.annotations.NullMarked;
