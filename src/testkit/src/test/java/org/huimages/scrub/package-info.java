@NullMarked
package org.huimages.scrub;

import org.jspecify.annotations.NullMarked;
