package org.huimages.spring;

/// Says which property keeps the client from being made. Values are not repeated where they are secrets.
public final class WrongPropertyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String property;

    WrongPropertyException(String property, String reason, IllegalArgumentException cause) {
        super(property + ": " + reason, cause);
        this.property = property;
    }

    /// Its name: `huimages.url`.
    public String property() {
        return property;
    }
}
