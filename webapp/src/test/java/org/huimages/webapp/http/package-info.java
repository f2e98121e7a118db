@NullMarked
package org.huimages.webapp.http;

import org.jspecify.annotations.NullMarked;
