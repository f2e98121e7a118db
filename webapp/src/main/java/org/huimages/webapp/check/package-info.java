/// What runs on a Java that is too old for everything else. Compiled for the oldest that Tomcat 11 runs on; uses no
/// other class of ours before it knows that the Java is new enough.
@NullMarked
package org.huimages.webapp.check;

import org.jspecify.annotations.NullMarked;
