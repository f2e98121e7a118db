@NullMarked
package org.huimages.webapp.check;

import org.jspecify.annotations.NullMarked;
