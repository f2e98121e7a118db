/// Threads of our own, and their end.
@NullMarked
package org.huimages.thread;

import org.jspecify.annotations.NullMarked;
