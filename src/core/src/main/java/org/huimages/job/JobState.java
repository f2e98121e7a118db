package org.huimages.job;

import java.util.Locale;

/// How a job is.
public enum JobState {
    /// At work, or to be at work again when the server is.
    RUNNING,
    /// It has come to its end, whatever it has found.
    DONE,
    /// Somebody has stopped it.
    STOPPED,
    /// It could not go on.
    FAILED;

    /// As the API calls it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
