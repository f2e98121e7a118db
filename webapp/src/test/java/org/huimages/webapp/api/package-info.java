@NullMarked
package org.huimages.webapp.api;

import org.jspecify.annotations.NullMarked;
