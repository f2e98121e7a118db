/// Files that mean harm, made by code: bombs of every kind, and damage to whole pictures.
@NullMarked
package org.huimages.testkit.hostile;

import org.jspecify.annotations.NullMarked;
