package org.huimages.pixel;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Queue;

/// Who may wait, and who may begin: a bounded queue that clients share, and a budget of memory.
///
/// Clients take turns, whoever came first of each. The job whose turn it is waits until it fits in the budget and is
/// not overtaken by smaller ones, which would keep it waiting for ever; one that would never fit begins when nothing
/// else is under way. Thread-safe.
///
/// @param <J> the type of job; told apart by identity
final class Admission<J extends Admission.Asked> {
    private final RenderLimits limits;
    private final LinkedHashMap<String, Queue<J>> waiting = new LinkedHashMap<>();
    private int places;
    private long memory;
    private int active;
    private boolean closed;

    Admission(RenderLimits limits) {
        this.limits = limits;
    }

    /// Has a job wait for its client's turn, if there is room.
    synchronized Verdict enter(J job) {
        if (closed || places >= limits.queue()) {
            return Verdict.FULL;
        }
        Queue<J> own = waiting.getOrDefault(job.client(), new ArrayDeque<>());
        if (own.size() >= share()) {
            return Verdict.SHARE_TAKEN;
        }
        own.add(job);
        waiting.putIfAbsent(job.client(), own);
        places++;
        notifyAll();
        return Verdict.WAITING;
    }

    /// Half of what is free, and a fixed share at least: a page of a hundred pictures is made for one visitor while
    /// the server has nothing else to do.
    private int share() {
        return Math.max(limits.share(), (limits.queue() - places) / 2);
    }

    /// The next job, as soon as there is one and its memory is free; empty when closed. To be given back by
    /// [#leave].
    synchronized Optional<J> begin() throws InterruptedException {
        while (!closed && (waiting.isEmpty() || !fits(next()))) {
            wait();
        }
        if (closed) {
            return Optional.empty();
        }
        J job = next();
        endTurn(job);
        memory += job.memory();
        active++;
        return Optional.of(job);
    }

    private J next() {
        return waiting.firstEntry().getValue().element();
    }

    private boolean fits(J next) {
        return active == 0 || memory + next.memory() <= limits.memory();
    }

    private void endTurn(J job) {
        remove(job);
        Optional.ofNullable(waiting.get(job.client())).ifPresent(own -> waiting.putLast(job.client(), own));
    }

    /// Takes a job out of the queue; false if it is not there any more.
    synchronized boolean withdraw(J job) {
        boolean waited = remove(job);
        if (waited) {
            notifyAll();
        }
        return waited;
    }

    private boolean remove(J job) {
        Queue<J> own = waiting.getOrDefault(job.client(), new ArrayDeque<>());
        boolean waited = own.remove(job);
        if (waited) {
            places--;
        }
        if (own.isEmpty()) {
            waiting.remove(job.client());
        }
        return waited;
    }

    /// A job that had begun has ended: its memory is free again.
    synchronized void leave(J job) {
        memory -= job.memory();
        active--;
        notifyAll();
    }

    /// From here on nobody enters and nothing begins.
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized int waiting() {
        return places;
    }

    synchronized int active() {
        return active;
    }

    /// Bytes that the jobs under way take together.
    synchronized long memory() {
        return memory;
    }

    /// What is asked for, as far as it matters here.
    interface Asked {
        String client();

        /// In bytes.
        long memory();
    }

    /// Whether a job may wait.
    enum Verdict {
        WAITING,
        FULL,
        SHARE_TAKEN
    }
}
