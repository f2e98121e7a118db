package org.huimages.cli.importing;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.huimages.cli.shell.Bar;

/// How much of one file has gone; each byte counts once, however often it is sent.
final class Sending implements LongConsumer {
    private final Bar bar;
    private final long bytes;
    private final AtomicLong counted = new AtomicLong();

    Sending(Bar bar, long bytes) {
        this.bar = bar;
        this.bytes = bytes;
    }

    @Override
    public void accept(long sent) {
        long now = Math.min(sent, bytes);
        long before = counted.getAndAccumulate(now, Math::max);
        if (now > before) {
            bar.add(now - before);
        }
    }

    /// Nothing more will be sent of it.
    void isOver() {
        accept(bytes);
    }
}
