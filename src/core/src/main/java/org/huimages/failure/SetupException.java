package org.huimages.failure;

/// The server cannot start as it is set up. The message is one line, names the setting and says what to do; there
/// is no stack trace, as the mistake is not in the code.
public final class SetupException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SetupException(String message) {
        super("huImages cannot start: " + message, null, false, false);
    }
}
