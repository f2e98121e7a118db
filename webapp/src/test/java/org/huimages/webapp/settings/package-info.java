@NullMarked
package org.huimages.webapp.settings;

import org.jspecify.annotations.NullMarked;
