@NullMarked
package org.huimages.bench.compare;

import org.jspecify.annotations.NullMarked;
