/// What callers of the API send, and the description of an HTTP API (OpenAPI 3.1) to hold a server against. Whoever
/// uses the latter brings Jackson and the validator of JSON Schema along.
@NullMarked
package org.huimages.testkit.api;

import org.jspecify.annotations.NullMarked;
