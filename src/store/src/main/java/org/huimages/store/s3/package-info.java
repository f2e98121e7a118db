/// Originals in Amazon S3, or in anything that speaks its language.
@NullMarked
package org.huimages.store.s3;

import org.jspecify.annotations.NullMarked;
