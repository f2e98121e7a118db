@NullMarked
package org.huimages.cli.importing;

import org.jspecify.annotations.NullMarked;
