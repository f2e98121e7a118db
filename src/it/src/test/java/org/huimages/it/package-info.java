/// End to end: the WAR in a real Tomcat, as `mvn -Prun` starts it.
@NullMarked
package org.huimages.it;

import org.jspecify.annotations.NullMarked;
