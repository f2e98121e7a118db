package org.huimages.webapp.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.huimages.webapp.browser.Trend.Sample;

/// The last hour, for those who would rather look than read.
final class Curves {
    private final List<Sample> samples;
    private final Visit visit;

    private Curves(List<Sample> samples, Visit visit) {
        this.samples = samples;
        this.visit = visit;
    }

    /// @param samples one at least
    static List<Curve> of(List<Sample> samples, Visit visit) {
        Curves curves = new Curves(samples, visit);
        return List.of(curves.found(), curves.waiting(), curves.fill());
    }

    /// From each sample to the next; nothing where nothing was asked for.
    private Curve found() {
        List<OptionalDouble> shares = new ArrayList<>();
        for (int at = 1; at < samples.size(); at++) {
            shares.add(share(samples.get(at - 1), samples.get(at)));
        }
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        OptionalDouble all = share(first, last);
        long asked = last.found() + last.missed() - first.found() - first.missed();
        return Curve.of(
                visit.say("admin.hits"),
                shares,
                1,
                all.isPresent() ? visit.say("admin.found", all.getAsDouble(), asked) : visit.say("admin.unasked"));
    }

    private static OptionalDouble share(Sample from, Sample to) {
        long found = to.found() - from.found();
        long asked = found + to.missed() - from.missed();
        return asked == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) found / asked);
    }

    private Curve waiting() {
        int most = samples.stream().mapToInt(Sample::waiting).max().orElse(0);
        List<OptionalDouble> waiting = samples.stream()
                .map(sample -> OptionalDouble.of(sample.waiting()))
                .toList();
        return Curve.of(
                visit.say("admin.waiting"),
                waiting,
                Math.max(1, most),
                visit.say("admin.waited", samples.getLast().waiting(), most));
    }

    private Curve fill() {
        List<OptionalDouble> fill =
                samples.stream().map(sample -> OptionalDouble.of(sample.fill())).toList();
        return Curve.of(
                visit.say("admin.cache"),
                fill,
                1,
                visit.say("admin.full", samples.getLast().fill()));
    }
}
