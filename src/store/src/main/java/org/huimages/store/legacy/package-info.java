/// Originals that older systems attached to documents in CouchDB, on their way to where originals lie now.
@NullMarked
package org.huimages.store.legacy;

import org.jspecify.annotations.NullMarked;
