package org.huimages.run;

/// What the person at the terminal has to change, in one line.
final class CannotRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String line;

    CannotRun(String line) {
        super(line);
        this.line = line;
    }

    String line() {
        return line;
    }
}
