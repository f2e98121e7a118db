package org.huimages.cli.job;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.huimages.cli.server.CommonOptions;
import org.huimages.cli.server.Fields;
import org.huimages.cli.server.Remote;
import org.huimages.cli.shell.Exit;
import org.huimages.cli.shell.Refused;
import org.huimages.client.json.Json;
import picocli.CommandLine.Option;

/// What all commands take that start a job, and how they start it.
final class JobOptions {
    @Option(names = "--rate", paramLabel = "N", order = 80, description = "So many pictures a second, at most.")
    private Optional<Integer> rate = Optional.empty();

    @Option(names = "--detach", order = 81, description = "Starts it, says its number and does not wait.")
    private boolean detach;

    @Option(
            names = "--offline",
            order = 82,
            description = "Without a server: on the stores themselves, while no server uses the data folder. Takes the"
                    + " server's settings from the environment, and needs Java 25 and the server's WAR.")
    private boolean offline;

    @Option(
            names = "--war",
            paramLabel = "FILE",
            order = 83,
            description = "With --offline: the server's WAR; huimages.war beside this program, if it is not said.")
    private Optional<Path> war = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            order = 84,
            description = "With --offline: the server's data folder. (HUIMAGES_DATA)")
    private Optional<Path> data = Optional.empty();

    /// @param given arguments of the job; those that are missing are left out
    /// @return one of [Exit]
    int run(CommonOptions common, String kind, Map<String, Optional<Json>> given) {
        Map<String, Json> order = new LinkedHashMap<>(Map.of("kind", Json.of(kind)));
        given.forEach((name, value) -> value.ifPresent(some -> order.put(name, some)));
        rate.ifPresent(number -> order.put("rate", Json.of(number)));
        return offline ? offline(common, order) : inServer(common, order);
    }

    private int offline(CommonOptions common, Map<String, Json> order) {
        if (detach) {
            throw new Refused(Exit.USAGE, "--detach: without a server there is nobody to go on with it");
        }
        try (OfflineWorker worker = OfflineWorker.start(common.shell(), war, data, order)) {
            return new Watch(common, worker).toTheEnd();
        }
    }

    private int inServer(CommonOptions common, Map<String, Json> order) {
        if (war.isPresent() || data.isPresent()) {
            throw new Refused(Exit.USAGE, "--war and --data go with --offline");
        }
        try (Remote remote = common.remote()) {
            ServerWorker worker = ServerWorker.start(remote, order);
            if (!detach) {
                return new Watch(common, worker).toTheEnd();
            }
            common.answer(Long.toString(worker.number()), Fields.of("number", Json.of(worker.number())));
            return Exit.DONE;
        }
    }

    static Optional<Json> flag(boolean value) {
        return value ? Optional.of(Json.of(true)) : Optional.empty();
    }
}
