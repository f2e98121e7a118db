package org.huimages.webapp.start;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.huimages.job.JobKind;
import org.huimages.scrub.OtherOriginals;
import org.huimages.scrub.ScrubJob;
import org.huimages.stock.Stock;
import org.huimages.store.file.DataFolder;
import org.huimages.store.file.FileOriginalStore;

/// The kinds of jobs that this server has.
///
/// @param elsewhere whether originals lie elsewhere than in the data folder, which may have been their place before
record JobKinds(Stock stock, boolean elsewhere, DataFolder data) {

    List<JobKind> all() throws IOException {
        return List.of(new ScrubJob(stock, others(), data.path().resolve("salvage")));
    }

    private List<OtherOriginals> others() throws IOException {
        List<OtherOriginals> others = new ArrayList<>();
        if (elsewhere && Files.isDirectory(data.originals())) {
            FileOriginalStore files = FileOriginalStore.open(data.originals());
            others.add(new OtherOriginals("the data folder", files::fetch));
        }
        return others;
    }
}
