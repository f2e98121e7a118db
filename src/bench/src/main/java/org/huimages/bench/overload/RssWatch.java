package org.huimages.bench.overload;

import org.huimages.bench.measure.ProcessMemory;

/// Looks at the RSS of a process ten times a second.
final class RssWatch implements AutoCloseable {
    private static final long INTERVAL_MILLIS = 100;

    private final long pid;
    private final Thread thread;
    private volatile double peak;

    private RssWatch(long pid) {
        this.pid = pid;
        this.thread = Thread.ofVirtual().name("rss-watch").start(this::run);
    }

    static RssWatch start(long pid) {
        return new RssWatch(pid);
    }

    private void run() {
        try {
            while (true) {
                peak = Math.max(peak, ProcessMemory.of(pid).residentMegabytes());
                Thread.sleep(INTERVAL_MILLIS);
            }
        } catch (InterruptedException enough) {
            // the peak is known
        }
    }

    double peakMegabytes() {
        return peak;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
