/// Puts files to everything that is done with an upload, in another process: what brings it down is a verdict too.
@NullMarked
package org.huimages.testkit.trial;

import org.jspecify.annotations.NullMarked;
