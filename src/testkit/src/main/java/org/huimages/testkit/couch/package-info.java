/// A CouchDB for tests, and databases as older systems wrote them.
@NullMarked
package org.huimages.testkit.couch;

import org.jspecify.annotations.NullMarked;
