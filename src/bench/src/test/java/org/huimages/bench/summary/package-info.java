@NullMarked
package org.huimages.bench.summary;

import org.jspecify.annotations.NullMarked;
