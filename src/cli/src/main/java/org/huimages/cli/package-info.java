/// The command line: pictures in and out, and the server's jobs, from a terminal.
@NullMarked
package org.huimages.cli;

import org.jspecify.annotations.NullMarked;
