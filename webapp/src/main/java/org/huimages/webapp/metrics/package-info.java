/// Numbers for Prometheus.
@NullMarked
package org.huimages.webapp.metrics;

import org.jspecify.annotations.NullMarked;
