/// What can be configured: typed, with units, checked once.
@NullMarked
package org.huimages.webapp.settings;

import org.jspecify.annotations.NullMarked;
