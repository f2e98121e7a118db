/// Just enough JSON for the answers of the server: the client has no dependency that could clash with an
/// application's.
@NullMarked
package org.huimages.client.json;

import org.jspecify.annotations.NullMarked;
