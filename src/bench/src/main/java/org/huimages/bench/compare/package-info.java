/// The picture kernel beside other tools, in one run.
@NullMarked
package org.huimages.bench.compare;

import org.jspecify.annotations.NullMarked;
