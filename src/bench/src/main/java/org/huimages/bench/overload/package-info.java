/// Many large pictures asked for at once, and what those notice who ask for a finished one.
@NullMarked
package org.huimages.bench.overload;

import org.jspecify.annotations.NullMarked;
