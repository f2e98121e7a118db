@NullMarked
package org.huimages.bench.worker;

import org.jspecify.annotations.NullMarked;
