/// Sound files, and what comes of them when bytes are changed by chance: always the same for the same number.
@NullMarked
package org.huimages.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
