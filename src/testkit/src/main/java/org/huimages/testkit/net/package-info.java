/// Servers that tests start, and a line to them that can be disturbed.
@NullMarked
package org.huimages.testkit.net;

import org.jspecify.annotations.NullMarked;
