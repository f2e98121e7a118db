package org.huimages.job;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.file.DiskRoom;

/// A job at work: what it is told, where it is to go on, and where it says how far it has come. The job's own thread
/// calls all but [#job], [#stop] and [#close].
public final class JobRun {
    private static final System.Logger LOG = System.getLogger(JobRun.class.getName());

    private final JobFolder folder;
    private final JobLimits limits;
    private final BooleanSupplier busy;
    private final Brake brake = new Brake();
    private final Speed speed;
    private final AppendedFile report;
    private final Deque<ReportLine> last = new ArrayDeque<>();
    private final List<AppendedFile> files = new ArrayList<>();

    /// The phase in which the run before this one was cut short, until that is reached.
    private String resumed;

    private volatile boolean stopped;
    private volatile String waiting = "";
    private volatile JobRecord record;

    /// As it was between two pictures.
    private JobRecord settled;

    private long written = System.nanoTime();

    JobRun(JobFolder folder, JobRecord record, JobLimits limits, BooleanSupplier busy) throws IOException {
        this.folder = folder;
        this.record = record;
        this.settled = record;
        this.limits = limits;
        this.busy = busy;
        this.resumed = record.progress().phase();
        this.speed = new Speed(record.arguments().number(Parameter.RATE));
        this.report = AppendedFile.open(folder.report(), record.report().bytes());
        last.addAll(folder.last(record));
    }

    public Arguments arguments() {
        return record.arguments();
    }

    /// Whether nothing is to be changed.
    public boolean isDryRun() {
        return arguments().is(Parameter.DRY_RUN);
    }

    /// A folder for files of this job's own; it goes when the job is forgotten.
    public Path folder() {
        return folder.path();
    }

    public long number() {
        return record.number();
    }

    /// Begins a phase, or goes on in it where the run before this one was cut short.
    ///
    /// @param total how many there are to look at, as far as is known; asked for when the phase is entered
    /// @return false if that run had done with this phase: then it is to be left out
    public boolean enters(String phase, Count total) throws InterruptedException, IOException {
        if (!resumed.isEmpty() && !resumed.equals(phase)) {
            return false;
        }
        if (resumed.isEmpty()) {
            record = record.with(record.progress().inPhase(phase, total.ask(), ""), record.report());
            settled = record;
            checkpoint();
        }
        resumed = "";
        speed.restart();
        return true;
    }

    /// How many there are.
    @FunctionalInterface
    public interface Count {
        OptionalLong ask() throws InterruptedException, IOException;
    }

    /// Behind what the phase goes on; empty at its beginning.
    public String cursor() {
        return record.progress().cursor();
    }

    /// Before each picture: waits for its turn.
    ///
    /// @throws InterruptedException if the job is to end
    public void next() throws InterruptedException, IOException {
        settled = record;
        if (System.nanoTime() - written > limits.checkpoint().toNanos()) {
            checkpoint();
        }
        brake.giveWay(busy);
        brake.rest(speed.due());
    }

    /// Between two pictures of a list, say.
    ///
    /// @throws InterruptedException if the job is to end
    public void checkStopped() throws InterruptedException {
        brake.rest(Duration.ZERO);
    }

    /// Begins the phase anew.
    public void restart() {
        Progress progress = record.progress();
        record = record.with(progress.inPhase(progress.phase(), progress.total(), ""), record.report());
    }

    /// After each picture.
    ///
    /// @param cursor where to begin if the job is cut short now
    /// @param bytes that were read
    public void passed(String cursor, long bytes) {
        record = record.with(record.progress().passed(cursor, bytes), record.report());
        speed.passed();
    }

    /// How many were passed in this phase.
    public long done() {
        return record.progress().done();
    }

    /// Something worth telling of a picture, which is as it is to be, or is so again.
    public void tell(String subject, String what, String why) throws IOException {
        report(new ReportLine(subject, what, why), false);
    }

    /// Something that is wrong with a picture, and stays so.
    public void fail(String subject, String what, String why) throws IOException {
        report(new ReportLine(subject, what, why), true);
    }

    private void report(ReportLine line, boolean wrong) throws IOException {
        report.append(line.text());
        synchronized (last) {
            last.addLast(line);
            if (last.size() > JobFolder.LAST) {
                last.removeFirst();
            }
        }
        record = record.with(
                record.progress().counted(line.what(), wrong),
                new JobRecord.Length(record.report().lines() + 1, report.length()));
    }

    /// Counts something that is not worth a line.
    public void count(String what) {
        record = record.with(record.progress().counted(what, false), record.report());
    }

    /// Remembers something until the job is forgotten.
    public void note(String name, String value) {
        record = record.with(record.progress().noted(name, value), record.report());
    }

    /// What was noted last; empty if nothing was.
    public String noted(String name) {
        return record.progress().notes().getOrDefault(name, "");
    }

    /// A file of lines that grows with this job. Call [#keep] for it before each [#passed]; it is closed with the run.
    ///
    /// @param name for what is noted of it
    public AppendedFile appended(String name, Path file) throws IOException {
        String length = noted(name);
        AppendedFile opened = AppendedFile.open(file, length.isEmpty() ? 0 : Long.parseLong(length));
        files.add(opened);
        return opened;
    }

    /// Has what was appended until now outlive the run, together with the progress.
    public void keep(String name, AppendedFile file) {
        note(name, Long.toString(file.length()));
    }

    /// Does something with a store. While it does not answer the job waits.
    ///
    /// @param check throws if the store does not answer
    /// @throws IOException or [FailureException] if the store answers otherwise, but not to this
    public <T> T patiently(Attempt<?> check, Attempt<T> attempt) throws InterruptedException, IOException {
        Duration pause = limits.pause();
        for (int failures = 1; ; failures++) {
            try {
                T result = attempt.make();
                waiting = "";
                return result;
            } catch (IOException | FailureException failed) {
                if (!isPassing(failed) || (failures >= limits.attempts() && answers(check))) {
                    waiting = "";
                    throw failed;
                }
                waiting = String.valueOf(failed.getMessage());
            }
            brake.rest(pause);
            pause = pause.multipliedBy(2).compareTo(limits.longestPause()) < 0
                    ? pause.multipliedBy(2)
                    : limits.longestPause();
        }
    }

    /// Something that may throw.
    @FunctionalInterface
    public interface Attempt<T> {
        T make() throws InterruptedException, IOException;
    }

    /// What our own disk says is true the next time too.
    private static boolean isPassing(Exception failed) {
        return switch (failed) {
            case FailureException known -> known.failure() instanceof Failure.Unavailable;
            case FileSystemException ofDisk -> false;
            case FileNotFoundException ofDisk -> false;
            case IOException trouble -> !DiskRoom.isFull(trouble);
            default -> false;
        };
    }

    private static boolean answers(Attempt<?> check) throws InterruptedException {
        try {
            check.make();
            return true;
        } catch (IOException | FailureException down) {
            LOG.log(System.Logger.Level.DEBUG, "a job waits for a store", down);
            return false;
        }
    }

    /// Writes down how far it has come: first what was appended, then that it was. Between two pictures: or some of
    /// what is said of one would be said twice.
    private void checkpoint() throws IOException {
        report.force();
        for (AppendedFile file : files) {
            file.force();
        }
        folder.write(record);
        written = System.nanoTime();
    }

    /// Ends the job.
    void end(JobState state, String reason, Instant moment) throws IOException {
        record = record.ended(state, reason, moment);
        release();
    }

    /// Ends the run, not the job.
    void pause() throws IOException {
        record = settled;
        release();
    }

    private void release() throws IOException {
        try {
            checkpoint();
        } finally {
            report.close();
            for (AppendedFile file : files) {
                file.close();
            }
        }
    }

    JobRecord record() {
        return record;
    }

    /// Has the job end for good.
    void stop() {
        stopped = true;
        brake.pull();
    }

    /// Has the run end; the job is taken up again by the next server.
    void close() {
        brake.pull();
    }

    boolean isStopped() {
        return stopped;
    }

    /// The job as it is now.
    Job job() {
        OptionalDouble rate = record.state() == JobState.RUNNING ? speed.rate() : OptionalDouble.empty();
        synchronized (last) {
            return new Job(record, rate, waiting, List.copyOf(last));
        }
    }
}
