/// Changes to pictures that are there: what people say of them, where they are cropped, whether they are there at
/// all.
@NullMarked
package org.huimages.edit;

import org.jspecify.annotations.NullMarked;
