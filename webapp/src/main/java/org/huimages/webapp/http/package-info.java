/// What all servlets share: the status of a failure, and how an answer is written.
@NullMarked
package org.huimages.webapp.http;

import org.jspecify.annotations.NullMarked;
