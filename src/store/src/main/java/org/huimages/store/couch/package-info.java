/// The catalog in CouchDB, as older systems wrote it and may go on writing it, and the originals that they
/// attached to documents.
@NullMarked
package org.huimages.store.couch;

import org.jspecify.annotations.NullMarked;
