/// Calls of the server, with time limits and with tries that are bounded.
@NullMarked
package org.huimages.client.http;

import org.jspecify.annotations.NullMarked;
