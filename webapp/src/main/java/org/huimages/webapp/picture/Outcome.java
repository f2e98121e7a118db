package org.huimages.webapp.picture;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huimages.pixel.RenderControl;
import org.huimages.rendition.Rendition;
import org.jspecify.annotations.Nullable;

/// What came of the waiting, carried back to a container thread.
sealed interface Outcome {

    record Made(Rendition rendition) implements Outcome {}

    record Failed(Throwable thrown) implements Outcome {}

    /// The outcome that a dispatched request carries.
    static Outcome of(ServletRequest request) {
        return (Outcome) request.getAttribute(Outcome.class.getName());
    }

    /// Dispatches the request as soon as the outcome is there, or the time of the asynchronous context is over.
    @SuppressWarnings("FutureReturnValueIgnored") // the dispatched request gets whatever comes out
    static void awaited(CompletableFuture<Rendition> rendition, AsyncContext async) {
        Waiter waiter = new Waiter(async);
        async.addListener(waiter);
        rendition.whenComplete(waiter::complete);
    }

    /// One waiting request. Of outcome and time-out the first counts.
    final class Waiter implements AsyncListener {
        private final AsyncContext async;
        private final AtomicBoolean answered = new AtomicBoolean();

        private Waiter(AsyncContext async) {
            this.async = async;
        }

        private void complete(@Nullable Rendition rendition, @Nullable Throwable thrown) {
            if (rendition != null) {
                if (!dispatch(new Made(rendition))) {
                    rendition.discard();
                }
            } else if (thrown != null) {
                dispatch(new Failed(thrown));
            }
        }

        /// @return whether somebody waits for it
        private boolean dispatch(Outcome outcome) {
            boolean first = answered.compareAndSet(false, true);
            if (first) {
                async.getRequest().setAttribute(Outcome.class.getName(), outcome);
                async.dispatch();
            }
            return first;
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            dispatch(new Failed(RenderControl.timedOut().exception()));
        }

        /// The client is gone: nobody is to be answered any more.
        @Override
        public void onError(AsyncEvent event) {
            answered.set(true);
        }

        @Override
        public void onComplete(AsyncEvent event) {
            answered.set(true);
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // never started a second time
        }
    }
}
