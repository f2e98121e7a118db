/// What Java applications use to keep pictures in huImages and to show them.
///
/// Start reading at [HuImages]. Addresses and tags are written without asking the server, but for a picture's first
/// one; when the server is away they are still written, with less in them.
@NullMarked
package org.huimages.client;

import org.jspecify.annotations.NullMarked;
