/// The tools that run in a JVM, driven over standard input and output like those that do not.
@NullMarked
package org.huimages.bench.worker;

import org.jspecify.annotations.NullMarked;
