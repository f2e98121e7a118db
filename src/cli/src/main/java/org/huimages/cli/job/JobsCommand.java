package org.huimages.cli.job;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huimages.cli.server.CommonOptions;
import org.huimages.cli.server.Remote;
import org.huimages.cli.shell.Exit;
import org.huimages.client.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "jobs",
        addMethodSubcommands = true,
        description = "Lists the server's jobs: those at work and the last ones that are over.",
        footer = {
            "%nExamples:",
            "  huimages jobs",
            "  huimages jobs watch 3",
            "  huimages jobs report 3 > wrong.txt",
            "  huimages jobs stop 3"
        })
public final class JobsCommand implements Callable<Integer> {
    private static final int PAGE = 200;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        try (Remote remote = common.remote()) {
            List<Json> jobs =
                    remote.get("/api/jobs").get("jobs").map(Json::elements).orElse(List.of());
            jobs.forEach(job -> common.answer(new JobState(job).line(), job));
        }
        return Exit.DONE;
    }

    @Command(description = "Watches a job to its end.")
    int watch(@Mixin CommonOptions options, @Parameters(paramLabel = "N", description = "Its number.") long number) {
        try (Remote remote = options.remote()) {
            return new Watch(options, new ServerWorker(remote, number)).toTheEnd();
        }
    }

    @Command(description = "Ends a job for good; what it has done stays done.")
    int stop(@Mixin CommonOptions options, @Parameters(paramLabel = "N", description = "Its number.") long number) {
        try (Remote remote = options.remote()) {
            remote.send("DELETE", "/api/jobs/" + number);
        }
        return Exit.DONE;
    }

    @Command(description = "Prints all that a job has found.")
    int report(@Mixin CommonOptions options, @Parameters(paramLabel = "N", description = "Its number.") long number) {
        try (Remote remote = options.remote()) {
            Optional<String> from = Optional.of("0");
            while (from.isPresent()) {
                Json page = remote.get("/api/jobs/%d/report?limit=%d&from=%s".formatted(number, PAGE, from.get()));
                page.get("lines")
                        .map(Json::elements)
                        .orElse(List.of())
                        .forEach(line -> options.answer(Watch.line(line), line));
                from = page.get("next").map(Json::text);
            }
        }
        return Exit.DONE;
    }
}
