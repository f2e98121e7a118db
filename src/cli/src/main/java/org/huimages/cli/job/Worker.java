package org.huimages.cli.job;

import java.util.List;
import org.huimages.client.json.Json;

/// Where a job is at work: in a server, or in a process of our own.
interface Worker {
    /// How far it is; may wait for that, a second at most.
    JobState look();

    /// The first lines of its report, as objects with `subject`, `what` and `why`.
    List<Json> report(int most);

    /// What to say to somebody who does not want to watch any longer.
    String farewell();
}
