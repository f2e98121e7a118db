/// The server that commands speak to.
@NullMarked
package org.huimages.cli.server;

import org.jspecify.annotations.NullMarked;
