@NullMarked
package org.huimages.webapp.picture;

import org.jspecify.annotations.NullMarked;
