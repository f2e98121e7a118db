@NullMarked
package org.huimages.edit;

import org.jspecify.annotations.NullMarked;
