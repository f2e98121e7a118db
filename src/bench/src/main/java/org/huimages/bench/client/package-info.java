/// What addresses and tags cost an application.
@NullMarked
package org.huimages.bench.client;

import org.jspecify.annotations.NullMarked;
