package org.huimages.cli.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.huimages.cli.server.Remote;
import org.huimages.cli.shell.Exit;
import org.huimages.cli.shell.Refused;
import org.huimages.client.json.Json;

/// A job in the server. One that starts again takes its jobs up again; it is waited for.
final class ServerWorker implements Worker {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int MOST_TRIES = 60;

    private final Remote remote;
    private final long number;

    ServerWorker(Remote remote, long number) {
        this.remote = remote;
        this.number = number;
    }

    /// Starts one.
    ///
    /// @param order what `POST /api/jobs` takes
    static ServerWorker start(Remote remote, Map<String, Json> order) {
        return new ServerWorker(remote, new JobState(remote.post("/api/jobs", new Json.Members(order))).number());
    }

    long number() {
        return number;
    }

    @Override
    public JobState look() {
        for (int left = MOST_TRIES; ; left--) {
            try {
                pause();
                return new JobState(remote.get("/api/jobs/" + number));
            } catch (Refused trouble) {
                if (trouble.code() != Exit.NO_SERVER || left == 0) {
                    throw trouble;
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new Refused(Exit.FAILED, "interrupted");
        }
    }

    @Override
    public List<Json> report(int most) {
        return remote.get("/api/jobs/" + number + "/report?limit=" + most).get("lines").stream()
                .flatMap(lines -> lines.elements().stream())
                .toList();
    }

    @Override
    public String farewell() {
        return "job %d goes on in the server; 'huimages jobs watch %d' comes back to it, 'huimages jobs stop %d' ends it"
                .formatted(number, number, number);
    }
}
