@NullMarked
package org.huimages.job;

import org.jspecify.annotations.NullMarked;
