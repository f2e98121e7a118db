/// huImages in applications of Jakarta EE, and wherever else there is CDI or JPA.
///
/// [HuImagesProducer] makes the client injectable; [ImageIdConverter] and, in Hibernate, [ImageIdContributor]
/// keep an [org.huimages.url.ImageId] in a column.
@NullMarked
package org.huimages.jakarta;

import org.jspecify.annotations.NullMarked;
