/// What a command meets: settings, streams, a terminal; and how it ends.
@NullMarked
package org.huimages.cli.shell;

import org.jspecify.annotations.NullMarked;
