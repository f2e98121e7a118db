/// What the tests of all modules share.
@NullMarked
package org.huimages.testkit;

import org.jspecify.annotations.NullMarked;
