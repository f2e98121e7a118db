package org.huimages.webapp.start;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.huimages.failure.FailureException;
import org.huimages.failure.SetupException;
import org.huimages.file.Leftovers;
import org.huimages.job.Job;
import org.huimages.job.JobState;
import org.huimages.job.Jobs;
import org.huimages.webapp.api.JobOrder;
import org.huimages.webapp.api.JobView;
import org.huimages.webapp.http.Json;
import org.huimages.webapp.http.JsonParts;
import org.huimages.webapp.settings.SettingSource;
import org.huimages.webapp.settings.Settings;

/// Runs one job without a Tomcat, for the command line (`--offline`), with the settings that the environment has. The
/// data folder is its own meanwhile. One that was broken off goes on when it is ordered again.
///
/// Writes a line of JSON each second, the job as `GET /api/jobs/{n}` shows it, and then one more with the first lines
/// of its report; or just one, `{"refused": why}`.
public final class Offline {
    private static final Logger ALL_LOGS = Logger.getLogger("");
    private static final long PAUSE = 1000;
    private static final int REPORTED = 200;
    private static final String BY = "offline";

    private Offline() {}

    /// @param arguments one: what `POST /api/jobs` takes
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ALL_LOGS.setLevel(Level.WARNING);
        Path work = Files.createTempDirectory("huimages-work-");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            run(arguments[0], work, out);
        } catch (SetupException | FailureException refusal) {
            out.print(Json.text(Json.object().put("refused", refusal.getMessage())));
        } finally {
            Leftovers.removeTree(work);
        }
        System.exit(0);
    }

    private static void run(String order, Path work, PrintStream out) throws InterruptedException {
        SettingSource environment = new SettingSource(List.of(System.getenv()));
        Settings settings = Settings.read(environment, Path.of("huimages"));
        try (Application application = Application.open(settings, work)) {
            Runtime.getRuntime().addShutdownHook(new Thread(application::close));
            Jobs jobs = application.jobs;
            long number = JobOrder.of(jobs, JsonParts.members(order.getBytes(StandardCharsets.UTF_8)))
                    .startOrGoOn(BY)
                    .record()
                    .number();
            watch(jobs, number, out);
        }
    }

    private static void watch(Jobs jobs, long number, PrintStream out) throws InterruptedException {
        Job job = jobs.find(number).orElseThrow();
        while (job.record().state() == JobState.RUNNING) {
            out.print(Json.text(JobView.of(job, jobs)));
            Thread.sleep(PAUSE);
            job = jobs.find(number).orElseThrow();
        }
        out.print(Json.text(JobView.of(job, jobs)));
        out.print(Json.text(JobView.of(jobs.report(number, 0, REPORTED).orElseThrow())));
    }
}
