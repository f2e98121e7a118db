/// huImages in applications of Spring Boot: with this JAR beside it an application has a
/// [org.huimages.client.HuImages], made from the properties `huimages.*` ([HuImagesProperties]), unless it has its own.
///
/// With Actuator there is a health indicator, with Thymeleaf the attributes `hu:image` and `hu:picture`
/// ([HuImagesDialect]); [MultipartUpload] takes what a form sends.
@NullMarked
package org.huimages.spring;

import org.jspecify.annotations.NullMarked;
