package org.huimages.failure;

/// What a server says that may write nowhere.
public final class ReadOnly {
    private ReadOnly() {}

    /// [Failure.Forbidden], naming the setting.
    public static FailureException refusal() {
        return new Failure.Forbidden("nothing can be changed here: this server only reads (HUIMAGES_READ_ONLY)")
                .exception();
    }
}
