package org.huimages.catalog;

/// Says that an original could not be decoded when it was asked for.
public record Broken(Timestamp when, String why) {}
