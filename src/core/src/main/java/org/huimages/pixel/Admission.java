package org.huimages.pixel;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Queue;

/// Who may wait, and who may begin: a bounded queue that clients share, and a budget of memory.
///
/// Clients take turns, whoever came first of each. The job whose turn it is is looked at, which tells what memory it
/// needs, and then waits until that fits in the budget. It is not overtaken by smaller ones, which would keep it
/// waiting for ever; one that would never fit begins when nothing else is under way. Thread-safe.
///
/// @param <J> the type of job; told apart by identity
final class Admission<J extends Admission.Asked> {
    private final RenderLimits limits;
    private final LinkedHashMap<String, Queue<J>> waiting = new LinkedHashMap<>();
    private final Queue<J> ready = new ArrayDeque<>();
    private int places;
    private int looking;
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

    /// What to do next, as soon as there is something; empty when closed. To be answered by [#looked], or by
    /// [#leave].
    synchronized Optional<Turn<J>> next() throws InterruptedException {
        Optional<Turn<J>> turn = turn();
        while (!closed && turn.isEmpty()) {
            wait();
            turn = turn();
        }
        return turn;
    }

    private Optional<Turn<J>> turn() {
        if (closed) {
            return Optional.empty();
        }
        if (!ready.isEmpty() && fits(ready.element())) {
            return Optional.of(new Turn.Run<>(begin(ready.remove())));
        }
        boolean ahead = looking + ready.size() >= limits.threads();
        return ahead || waiting.isEmpty() ? Optional.empty() : Optional.of(new Turn.Look<>(inTurn()));
    }

    private boolean fits(J next) {
        return active == 0 || memory + next.memory() <= limits.memory();
    }

    private J begin(J job) {
        memory += job.memory();
        active++;
        return job;
    }

    private J inTurn() {
        J job = waiting.firstEntry().getValue().element();
        endTurn(job);
        looking++;
        return job;
    }

    private void endTurn(J job) {
        remove(job);
        Optional.ofNullable(waiting.get(job.client())).ifPresent(own -> waiting.putLast(job.client(), own));
    }

    /// A job was looked at: it waits for its memory now.
    ///
    /// @param useful false if nothing will be made of it
    synchronized void looked(J job, boolean useful) {
        looking--;
        if (useful) {
            ready.add(job);
        }
        notifyAll();
    }

    /// Takes out a job that waits; false if it does not, or not any more.
    synchronized boolean withdraw(J job) {
        boolean waited = remove(job) || ready.remove(job);
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
        return places + looking + ready.size();
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

        /// In bytes; known once it was looked at.
        long memory();
    }

    /// What a thread is to do.
    sealed interface Turn<J> {

        /// Find out what the job needs.
        record Look<J>(J job) implements Turn<J> {}

        /// Carry it out: its memory is reserved.
        record Run<J>(J job) implements Turn<J> {}
    }

    /// Whether a job may wait.
    enum Verdict {
        WAITING,
        FULL,
        SHARE_TAKEN
    }
}
