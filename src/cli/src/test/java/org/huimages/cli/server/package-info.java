@NullMarked
package org.huimages.cli.server;

import org.jspecify.annotations.NullMarked;
