@NullMarked
package org.huimages.bench.overload;

import org.jspecify.annotations.NullMarked;
