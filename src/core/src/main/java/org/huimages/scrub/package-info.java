/// Every entry of the catalog held against its original, and every original against the catalog.
@NullMarked
package org.huimages.scrub;

import org.jspecify.annotations.NullMarked;
