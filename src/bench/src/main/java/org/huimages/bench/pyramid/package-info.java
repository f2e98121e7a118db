/// What levels cost, and what they are good for.
@NullMarked
package org.huimages.bench.pyramid;

import org.jspecify.annotations.NullMarked;
