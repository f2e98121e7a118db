package org.huimages.client;

/// @param pictures how many have the tag
public record TagCount(String tag, int pictures) {}
