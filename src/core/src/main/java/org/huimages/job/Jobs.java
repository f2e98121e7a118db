package org.huimages.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;

/// All jobs: those at work, and the last ones that are over. Of each kind one is at work at a time. Thread-safe.
///
/// How far a job has come lies in a folder of its own below `jobs` in the data folder; when the server starts again it
/// goes on from there.
public final class Jobs implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Jobs.class.getName());
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(10);

    private final Path folder;
    private final List<JobKind> kinds;
    private final JobLimits limits;
    private final BooleanSupplier busy;
    private final InstantSource clock;
    private final Map<Long, JobWorker> atWork = new ConcurrentHashMap<>();
    private final Map<Long, Job> over = new ConcurrentHashMap<>();

    private Jobs(Path folder, List<JobKind> kinds, JobLimits limits, BooleanSupplier busy, InstantSource clock) {
        this.folder = folder;
        this.kinds = List.copyOf(kinds);
        this.limits = limits;
        this.busy = busy;
        this.clock = clock;
    }

    /// Reads what is written down in `folder`, which is made when missing, and takes up the jobs that were at work.
    ///
    /// @param kinds that can be started; a job of another kind cannot go on
    /// @param busy whether somebody waits for pictures at this moment: jobs give way
    public static Jobs open(
            Path folder, List<JobKind> kinds, JobLimits limits, BooleanSupplier busy, InstantSource clock)
            throws IOException {
        Jobs jobs = new Jobs(Files.createDirectories(folder), kinds, limits, busy, clock);
        jobs.takeUp();
        return jobs;
    }

    private void takeUp() throws IOException {
        folders().forEach(path -> takeUp(new JobFolder(path)));
    }

    /// One that cannot be read costs the others nothing.
    private void takeUp(JobFolder place) {
        try {
            Optional<JobRecord> read = place.read();
            if (read.isPresent()) {
                takeUp(place, read.get());
            }
        } catch (IOException damaged) {
            LOG.log(System.Logger.Level.WARNING, "a job cannot be taken up: {0}", damaged.toString());
        }
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().matches("[0-9]{1,18}"))
                    .sorted(Comparator.comparingLong(Jobs::number))
                    .toList();
        }
    }

    private static long number(Path place) {
        return Long.parseLong(place.getFileName().toString());
    }

    private void takeUp(JobFolder place, JobRecord job) throws IOException {
        Optional<JobKind> kind = kind(job.kind());
        if (job.state() != JobState.RUNNING) {
            over.put(job.number(), Job.over(job, place.last(job)));
        } else if (kind.isEmpty()) {
            JobRecord ended = job.ended(JobState.FAILED, "there is no such job any more", clock.instant());
            place.write(ended);
            over.put(job.number(), Job.over(ended, place.last(job)));
        } else {
            LOG.log(System.Logger.Level.INFO, "job {0} ({1}) goes on", job.number(), job.kind());
            begin(kind.get(), place, job);
        }
    }

    /// @return nothing if there is no such kind
    public Optional<JobKind> kind(String name) {
        return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    public List<JobKind> kinds() {
        return kinds;
    }

    /// Starts a job.
    ///
    /// @param arguments of this kind's parameters, each of a form that it takes
    /// @param by who starts it
    /// @throws FailureException [Failure.Conflict] if one of this kind is at work, or it cannot be started now;
    ///     [Failure.Unprocessable]
    public synchronized Job start(JobKind kind, Arguments arguments, String by) {
        atWork.values().stream().filter(worker -> !isAtWork(worker)).forEach(worker -> worker.await(PATIENCE_AT_END));
        atWork.values().stream()
                .filter(Jobs::isAtWork)
                .map(worker -> worker.job().record())
                .filter(job -> job.kind().equals(kind.name()))
                .findFirst()
                .ifPresent(job -> {
                    throw new Failure.Conflict("job %d (%s) is at work".formatted(job.number(), kind.name()))
                            .exception();
                });
        kind.check(arguments);
        try {
            forgetOldest();
            return begin(kind, arguments, by).job();
        } catch (IOException failed) {
            throw FailureException.ofDisk(failed, folder);
        }
    }

    private static boolean isAtWork(JobWorker worker) {
        return worker.job().record().state() == JobState.RUNNING;
    }

    private JobWorker begin(JobKind kind, Arguments arguments, String by) throws IOException {
        long number = 1 + folders().stream().mapToLong(Jobs::number).max().orElse(0);
        JobFolder place = new JobFolder(folder.resolve(Long.toString(number)));
        Files.createDirectories(place.path());
        JobRecord job = new JobRecord(
                number,
                kind.name(),
                arguments,
                by,
                JobState.RUNNING,
                "",
                clock.instant(),
                Optional.empty(),
                Progress.NONE,
                JobRecord.Length.NOTHING);
        place.write(job);
        return begin(kind, place, job);
    }

    private JobWorker begin(JobKind kind, JobFolder place, JobRecord job) throws IOException {
        JobWorker worker = new JobWorker(kind, new JobRun(place, job, limits, busy), clock, this::isOver);
        atWork.put(job.number(), worker);
        worker.start();
        return worker;
    }

    private void isOver(Job job) {
        over.put(job.record().number(), job);
        atWork.remove(job.record().number());
    }

    private void forgetOldest() throws IOException {
        List<Long> oldest = over.keySet().stream().sorted().toList();
        for (long number : oldest.subList(0, Math.max(0, oldest.size() - limits.kept() + 1))) {
            Leftovers.removeTree(folder.resolve(Long.toString(number)));
            over.remove(number);
        }
    }

    /// All there are, the newest first.
    public List<Job> list() {
        return Stream.concat(atWork.keySet().stream(), over.keySet().stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .flatMap(number -> find(number).stream())
                .toList();
    }

    public Optional<Job> find(long number) {
        return Optional.ofNullable(atWork.get(number))
                .map(JobWorker::job)
                .or(() -> Optional.ofNullable(over.get(number)));
    }

    /// Has a job end for good, which it does within seconds; nothing happens if it is over.
    ///
    /// @return whether there is such a job
    public boolean stop(long number) {
        Optional.ofNullable(atWork.get(number)).ifPresent(JobWorker::stop);
        return find(number).isPresent();
    }

    /// A part of a job's report.
    ///
    /// @param from 0, or the `next` of the page before
    /// @return nothing if there is no such job
    public Optional<ReportPage> report(long number, long from, int limit) {
        if (find(number).isEmpty()) {
            return Optional.empty();
        }
        try {
            Path report = new JobFolder(folder.resolve(Long.toString(number))).report();
            return Optional.of(ReportPage.read(report, from, limit));
        } catch (IOException failed) {
            throw FailureException.ofDisk(failed, folder);
        }
    }

    /// Jobs at work are taken up again at the next start.
    @Override
    public void close() {
        List<JobWorker> ending = List.copyOf(atWork.values());
        ending.forEach(JobWorker::close);
        long end = System.nanoTime() + PATIENCE_AT_END.toNanos();
        ending.forEach(worker -> worker.await(Duration.ofNanos(Math.max(1, end - System.nanoTime()))));
    }
}
