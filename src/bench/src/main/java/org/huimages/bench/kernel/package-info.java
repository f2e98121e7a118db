/// The picture kernel under JMH.
@NullMarked
package org.huimages.bench.kernel;

import org.jspecify.annotations.NullMarked;
