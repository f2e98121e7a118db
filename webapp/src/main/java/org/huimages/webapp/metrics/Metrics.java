package org.huimages.webapp.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.huimages.keeper.CacheKeeper;
import org.huimages.keeper.CacheReport;
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.RenderPools;
import org.huimages.rendition.Pyramid;
import org.huimages.vips.VipsCounters;
import org.huimages.vips.VipsEngine;

/// What is counted and measured. Everything is read when it is asked for: nothing is added to a request's cost.
public final class Metrics {
    private static final String POOL = "pool";

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final RenderPools pools;

    public Metrics(RenderPools pools, VipsEngine engine, CacheKeeper keeper, Pyramid pyramid) {
        this.pools = pools;
        counter("huimages_renders", "Renders finished, proofs of uploads included", RenderPool::finished);
        counter("huimages_renders_failed", "Renders that failed, were refused or stopped", RenderPool::failed);
        gauge("huimages_renders_active", "Renders under way", RenderPool::active);
        gauge("huimages_renders_queued", "Renders waiting for a thread or for memory", RenderPool::queued);
        gauge("huimages_render_memory_bytes", "Estimated memory of renders under way", RenderPool::memory);
        gauge("huimages_render_memory_limit_bytes", "HUIMAGES_RENDER_MEMORY", RenderPool::memoryLimit);
        libvips(engine);
        cache(keeper);
        pyramid(pyramid);
        GaugeWithCallback.builder()
                .name("process_resident_memory_bytes")
                .help("Memory of the process, native code included")
                .callback(callback -> ResidentMemory.bytes().ifPresent(callback::call))
                .register(registry);
    }

    private void libvips(VipsEngine engine) {
        gauge(
                "huimages_libvips_bytes",
                "Pixel buffers of libvips, in this process",
                counted(engine, VipsCounters::bytes));
        gauge("huimages_libvips_allocations", "Pixel buffers, number", counted(engine, VipsCounters::allocations));
        gauge("huimages_libvips_files", "Files that libvips has open", counted(engine, VipsCounters::files));
    }

    private void cache(CacheKeeper keeper) {
        gauge("huimages_cache_bytes", "Blocks that the cache takes", keeper, CacheReport::bytes);
        gauge("huimages_cache_files", "Files in the cache", keeper, CacheReport::files);
        gauge("huimages_cache_limit_bytes", "HUIMAGES_CACHE_MAX", keeper, CacheReport::maxBytes);
        gauge(
                "huimages_cache_exact",
                "1 if bytes and files are known, 0 if estimated",
                keeper,
                is -> is.exact() ? 1 : 0);
        gauge(
                "huimages_cache_disk_free_bytes",
                "Free on its disk",
                keeper,
                is -> is.disk().free());
        gauge(
                "huimages_cache_disk_floor_bytes",
                "HUIMAGES_CACHE_MIN_FREE",
                keeper,
                is -> is.floor().bytes());
        counter("huimages_cache_evicted", "Files that made room for others", keeper, CacheReport.Counters::evicted);
        counter("huimages_cache_evicted_bytes", "Blocks of these", keeper, CacheReport.Counters::evictedBytes);
        counter("huimages_cache_not_kept", "Files sent that found no room", keeper, CacheReport.Counters::notKept);
    }

    private void pyramid(Pyramid pyramid) {
        gauge(
                "huimages_levels_waiting",
                "Pictures of which levels are to be made",
                () -> pyramid.progress().left());
        counter("huimages_levels_made", "Levels made, without those of uploads", pyramid, Pyramid.Progress::made);
        counter("huimages_levels_used", "Renditions begun from a level", pyramid, Pyramid.Progress::used);
    }

    private void counter(String name, String help, Pyramid pyramid, ToLongFunction<Pyramid.Progress> value) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call((double) value.applyAsLong(pyramid.progress())))
                .register(registry);
    }

    private void gauge(String name, String help, CacheKeeper keeper, ToLongFunction<CacheReport> value) {
        gauge(name, help, () -> value.applyAsLong(keeper.report()));
    }

    private void counter(String name, String help, CacheKeeper keeper, ToLongFunction<CacheReport.Counters> value) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback ->
                        callback.call((double) value.applyAsLong(keeper.report().counters())))
                .register(registry);
    }

    private static LongSupplier counted(VipsEngine engine, ToLongFunction<VipsCounters> value) {
        return () -> value.applyAsLong(engine.counters());
    }

    private void counter(String name, String help, ToLongFunction<RenderPool> value) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(POOL)
                .callback(callback -> ofEachPool(value, callback::call))
                .register(registry);
    }

    /// @param told is given the value, and the pool that has it
    private void ofEachPool(ToLongFunction<RenderPool> value, BiConsumer<Double, String> told) {
        told.accept((double) value.applyAsLong(pools.quick()), "quick");
        told.accept((double) value.applyAsLong(pools.slow()), "slow");
    }

    private void gauge(String name, String help, ToLongFunction<RenderPool> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(POOL)
                .callback(callback -> ofEachPool(value, callback::call))
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
