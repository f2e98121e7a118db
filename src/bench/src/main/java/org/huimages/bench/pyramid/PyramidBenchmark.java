package org.huimages.bench.pyramid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.huimages.bench.picture.Picture;
import org.huimages.bench.picture.Pictures;
import org.huimages.bench.settings.BenchSettings;
import org.huimages.bench.settings.Quiet;
import org.huimages.bench.summary.Result;
import org.huimages.bench.summary.Results;

/// Renditions from levels beside those from originals: real servers, beside a small one around sharp.
public final class PyramidBenchmark {
    private PyramidBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Quiet.please();
        BenchSettings settings = BenchSettings.read();
        List<Picture> pictures = new ArrayList<>();
        settings.megapixels().forEach(megapixels -> pictures.add(Pictures.baseline(settings.made(), megapixels)));
        settings.pictures().ifPresent(given -> pictures.addAll(Pictures.in(given)));
        List<Result> results = new ArrayList<>();
        for (Picture picture : pictures) {
            ColdServers servers = new ColdServers(settings, picture);
            System.out.println(servers.tables());
            results.addAll(servers.results());
        }
        Results.write(settings, "pyramid", results);
    }
}
