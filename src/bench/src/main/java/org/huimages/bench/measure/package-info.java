/// What is measured, and what is made of many measurements.
@NullMarked
package org.huimages.bench.measure;

import org.jspecify.annotations.NullMarked;
