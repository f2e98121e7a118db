@org.jspecify.annotations.NullMarked
package org.huimages.client.html;
