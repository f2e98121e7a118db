/// A sample: a shop whose articles have pictures in huImages. [Catalogue] and the two templates are all that deals with
/// pictures.
@NullMarked
package org.huimages.shop;

import org.jspecify.annotations.NullMarked;
