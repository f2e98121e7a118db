package org.huimages.cli.importing;

import java.util.List;

/// What was found below the files and folders that the command was given.
///
/// @param files in the order of their names, folder by folder
/// @param failures what could not be looked at
/// @param others how many files are no pictures by their names
/// @param folders how many folders were left out, because nobody asked for them
record Finds(List<Found> files, List<Failed> failures, int others, int folders) {
    Finds {
        files = List.copyOf(files);
        failures = List.copyOf(failures);
    }

    long bytes() {
        return files.stream().mapToLong(Found::bytes).sum();
    }
}
