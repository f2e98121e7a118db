/// The image browser: pages below `/browser/`, written on the server: to look, upload, tag and rate.
@NullMarked
package org.huimages.webapp.browser;

import org.jspecify.annotations.NullMarked;
