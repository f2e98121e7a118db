/// What all benchmarks found, in one table and in a chart.
@NullMarked
package org.huimages.bench.summary;

import org.jspecify.annotations.NullMarked;
