/// Files and whole trees, into the server.
@NullMarked
package org.huimages.cli.importing;

import org.jspecify.annotations.NullMarked;
