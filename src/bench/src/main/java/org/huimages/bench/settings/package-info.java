/// What a benchmark is told.
@NullMarked
package org.huimages.bench.settings;

import org.jspecify.annotations.NullMarked;
