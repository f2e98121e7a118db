package org.huimages.bench.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huimages.bench.summary.BarChart.Group;

/// How many renditions that are not there yet a server makes in a second: what the chart shows, of the picture that was
/// measured last.
public final class FirstRenditions {
    public static final String PART = "first renditions";
    public static final String WITHOUT_LEVELS = "first renditions, no levels";

    private static final String WITH = "huImages, from levels";
    private static final String WITHOUT = "huImages, from originals";

    private final String picture;
    private final List<Result> results;

    private FirstRenditions(String picture, List<Result> results) {
        this.picture = picture;
        this.results = results;
    }

    static boolean isIn(List<Result> results) {
        return results.stream().anyMatch(result -> result.part().equals(PART));
    }

    static FirstRenditions of(List<Result> results) {
        String picture = picture(results.stream()
                .filter(result -> result.part().equals(PART))
                .reduce((first, last) -> last)
                .orElseThrow());
        return new FirstRenditions(
                picture,
                results.stream()
                        .filter(result -> List.of(PART, WITHOUT_LEVELS).contains(result.part()))
                        .filter(result -> picture(result).equals(picture))
                        .toList());
    }

    private static String picture(Result result) {
        return result.of().substring(0, result.of().indexOf(' '));
    }

    private static String size(Result result) {
        return result.of().substring(result.of().indexOf(' ') + 1);
    }

    /// A group for each size, a bar for each server.
    BarChart chart() {
        Map<String, Map<String, Double>> sizes = new LinkedHashMap<>();
        results.forEach(result -> {
            Map<String, Double> bars = sizes.computeIfAbsent(size(result), size -> new LinkedHashMap<>());
            bars.put(result.part().equals(PART) ? WITH : WITHOUT, result.ours());
            bars.put(result.beside(), result.theirs());
        });
        List<String> series = new ArrayList<>(List.of(WITH, WITHOUT));
        results.stream()
                .map(Result::beside)
                .distinct()
                .filter(name -> !series.contains(name))
                .forEach(series::add);
        List<Group> groups = sizes.entrySet().stream()
                .map(size -> new Group(
                        size.getKey(),
                        series.stream()
                                .map(name -> size.getValue().getOrDefault(name, 0.0))
                                .toList()))
                .toList();
        return new BarChart("First renditions of " + picture, "renditions a second; more is better", series, groups);
    }
}
