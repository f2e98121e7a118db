/// What is done to pixels: the plan of a rendition, and the port of the engine that carries it out.
@NullMarked
package org.huimages.pixel;

import org.jspecify.annotations.NullMarked;
