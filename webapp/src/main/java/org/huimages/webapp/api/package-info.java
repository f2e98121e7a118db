/// The JSON API: routes, who may what, uploads.
@NullMarked
package org.huimages.webapp.api;

import org.jspecify.annotations.NullMarked;
