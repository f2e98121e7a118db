/// What a finished picture costs the machine, whoever sends it.
@NullMarked
package org.huimages.bench.hits;

import org.jspecify.annotations.NullMarked;
