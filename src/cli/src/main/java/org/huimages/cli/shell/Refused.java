package org.huimages.cli.shell;

/// Ends a command with one line.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;

    /// @param code one of [Exit]
    public Refused(int code, String why) {
        super(why);
        this.code = code;
    }

    public int code() {
        return code;
    }
}
