/// Keeps a folder of files that can all be made again within its quota, and its disk from filling up. Start
/// reading at [org.huimages.keeper.CacheKeeper].
@NullMarked
package org.huimages.keeper;

import org.jspecify.annotations.NullMarked;
