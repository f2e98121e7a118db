/// HTML, written so that no text can become markup.
@NullMarked
package org.huimages.client.html;

import org.jspecify.annotations.NullMarked;
