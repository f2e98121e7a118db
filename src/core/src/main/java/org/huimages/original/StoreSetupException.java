package org.huimages.original;

import java.io.IOException;

/// A store cannot be asked, and it will not do to wait: a setting is wrong. The message is one line without quotes
/// and secrets, and names the setting.
public final class StoreSetupException extends IOException {
    private static final long serialVersionUID = 1;

    public StoreSetupException(String message, Throwable cause) {
        super(message, cause);
    }
}
