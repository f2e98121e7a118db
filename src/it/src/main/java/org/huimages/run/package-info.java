/// `mvn -Prun`: Apache Tomcat with huImages in the foreground, and away again with the Maven that started it.
/// The end-to-end tests start the same program.
///
/// Compiled for Java 17, so that a Java too old for huImages can still say so. JDK and Tomcat's `Bootstrap` only.
@NullMarked
package org.huimages.run;

import org.jspecify.annotations.NullMarked;
