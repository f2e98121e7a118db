package org.huimages.webapp.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.LongSupplier;
import org.huimages.pixel.RenderPool;
import org.huimages.vips.VipsEngine;

/// What is counted and measured. Everything is read when it is asked for: nothing is added to a request's cost.
public final class Metrics {
    private final PrometheusRegistry registry = new PrometheusRegistry();

    public Metrics(RenderPool pool, VipsEngine engine) {
        counter("huimages_renders", "Renders finished, proofs of uploads included", pool::finished);
        counter("huimages_renders_failed", "Renders that failed or were stopped", pool::failed);
        gauge("huimages_renders_active", "Renders under way", pool::active);
        gauge("huimages_renders_queued", "Renders waiting for a thread", pool::queued);
        gauge(
                "huimages_libvips_bytes",
                "Pixel buffers of libvips, in this process",
                () -> engine.counters().bytes());
        gauge(
                "huimages_libvips_allocations",
                "Pixel buffers of libvips, number",
                () -> engine.counters().allocations());
        gauge(
                "huimages_libvips_files",
                "Files that libvips has open",
                () -> engine.counters().files());
    }

    private void counter(String name, String help, LongSupplier value) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call((double) value.getAsLong()))
                .register(registry);
    }

    private void gauge(String name, String help, LongSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call((double) value.getAsLong()))
                .register(registry);
    }

    PrometheusRegistry registry() {
        return registry;
    }
}
