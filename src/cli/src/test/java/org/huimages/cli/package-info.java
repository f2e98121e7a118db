@NullMarked
package org.huimages.cli;

import org.jspecify.annotations.NullMarked;
