package org.huimages.webapp.start;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.huimages.job.JobKind;
import org.huimages.scrub.OtherOriginals;
import org.huimages.scrub.ScrubJob;
import org.huimages.store.file.DataFolder;
import org.huimages.store.file.FileOriginalStore;
import org.huimages.webapp.settings.Settings;

/// The kinds of jobs that this server has.
record JobKinds(Settings settings, DataFolder data, Stores.Opened stores) {

    List<JobKind> all() throws IOException {
        return List.of(new ScrubJob(stores.own(), others(), data.path().resolve("salvage")));
    }

    /// CouchDB, and the data folder where it was the place of originals before.
    private List<OtherOriginals> others() throws IOException {
        List<OtherOriginals> others = new ArrayList<>();
        stores.legacy()
                .ifPresent(move -> others.add(new OtherOriginals(
                        "CouchDB", (id, target) -> move.couch().fetch(id, target).isPresent())));
        if (settings.s3().isPresent() && Files.isDirectory(data.originals())) {
            FileOriginalStore files = FileOriginalStore.open(data.originals());
            others.add(new OtherOriginals("the data folder", files::fetch));
        }
        return others;
    }
}
