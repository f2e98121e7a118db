@NullMarked
package org.huimages.bench.measure;

import org.jspecify.annotations.NullMarked;
