@NullMarked
package org.huimages.webapp;

import org.jspecify.annotations.NullMarked;
