/// The image browser: pages below `/browser/`, written on the server, to look at pictures, upload, tag and rate them.
@NullMarked
package org.huimages.webapp.browser;

import org.jspecify.annotations.NullMarked;
