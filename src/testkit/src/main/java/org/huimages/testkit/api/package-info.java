/// The description of an HTTP API (OpenAPI 3.1), to hold a server against. Whoever uses it brings Jackson and the
/// validator of JSON Schema along.
@NullMarked
package org.huimages.testkit.api;

import org.jspecify.annotations.NullMarked;
