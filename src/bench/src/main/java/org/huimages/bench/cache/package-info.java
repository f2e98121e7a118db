/// What it costs to keep the cache within its quota.
@NullMarked
package org.huimages.bench.cache;

import org.jspecify.annotations.NullMarked;
