@NullMarked
package org.huimages.webapp.browser;

import org.jspecify.annotations.NullMarked;
