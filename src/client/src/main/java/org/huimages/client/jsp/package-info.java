/// Tags and functions for JSP pages: `<%@ taglib prefix="hu" uri="https://huimages.org/tags" %>`.
///
/// They use the [org.huimages.client.HuImages] that lies in the application under [Pages#ATTRIBUTE], or else one made
/// from the environment.
@NullMarked
package org.huimages.client.jsp;

import org.jspecify.annotations.NullMarked;
