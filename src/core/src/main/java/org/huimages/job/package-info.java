/// Work on all pictures that takes minutes to days: one job of a kind at a time, in the background, with progress that
/// outlives the server.
@NullMarked
package org.huimages.job;

import org.jspecify.annotations.NullMarked;
