package org.huimages.cli.importing;

import java.util.List;

/// What has become of files.
///
/// @param sent how many went to the server
/// @param sentBytes how much that was
/// @param known how many were there already, whose bytes stayed here
/// @param labelled how many of those have been told something new
record Counts(int sent, long sentBytes, int known, int labelled, List<Failed> failures) {
    Counts {
        failures = List.copyOf(failures);
    }
}
