@NullMarked
package org.huimages.webapp.health;

import org.jspecify.annotations.NullMarked;
