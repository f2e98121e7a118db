@org.jspecify.annotations.NullMarked
package org.huimages.jakarta;
