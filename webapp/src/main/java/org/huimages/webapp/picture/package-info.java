/// Pictures by their address: hits by Tomcat's own file machinery, misses made once.
@NullMarked
package org.huimages.webapp.picture;

import org.jspecify.annotations.NullMarked;
