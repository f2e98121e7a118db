package org.huimages.bench.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What `src/bench/run` tells the benchmarks, each as a system property `huimages.bench.` and the name.
///
/// @param work a folder to keep made pictures, other tools and results in
/// @param libvips the library that we and the program in C both load
/// @param pictures a folder of JPEGs to measure with, beside those made by code
/// @param megapixels of the pictures to make
/// @param tools which to compare with, by name
/// @param pairs how often we and another tool take turns
/// @param serverMalloc whether all tools run with the malloc settings of `tomcat-conf/bin/setenv.sh`
public record BenchSettings(
        Path work,
        Path libvips,
        Optional<Path> pictures,
        List<Integer> megapixels,
        List<String> tools,
        int pairs,
        boolean serverMalloc) {
    private static final String PREFIX = "huimages.bench.";

    public static BenchSettings read() {
        return new BenchSettings(
                Path.of(property("work").orElse("target/bench")).toAbsolutePath(),
                Path.of(required("libvips")),
                property("pictures").map(Path::of),
                list("megapixels", "2,12").stream()
                        .filter(megapixels -> !megapixels.equals("none"))
                        .map(Integer::valueOf)
                        .toList(),
                list("tools", ""),
                Integer.parseInt(property("pairs").orElse("9")),
                property("malloc").orElse("plain").equals("server"));
    }

    /// @throws IllegalArgumentException naming it, if it is not set
    public static String required(String name) {
        return property(name).orElseThrow(() -> new IllegalArgumentException("-D" + PREFIX + name + " is missing"));
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(PREFIX + name)).filter(value -> !value.isEmpty());
    }

    private static List<String> list(String name, String otherwise) {
        return Arrays.stream(property(name).orElse(otherwise).split(","))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /// Where made pictures are kept.
    public Path made() {
        return work.resolve("pictures");
    }
}
