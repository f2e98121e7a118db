package org.huimages.webapp.picture;

/// A file was to be sent and is not there. Thrown before a byte of the answer has left, so that there can be
/// another one. It comes with every first look for a picture that is still to be made, and so without a stack.
final class FileVanished extends RuntimeException {
    private static final long serialVersionUID = 1;

    FileVanished(Throwable cause) {
        super("the file is not in the cache", cause, false, false);
    }
}
