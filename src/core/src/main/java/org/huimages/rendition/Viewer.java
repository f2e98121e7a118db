package org.huimages.rendition;

/// Who asks for a file.
///
/// @param client his address: nobody gets more than his share of the queue
/// @param seesPrivate whether he may see pictures that are not for everybody
public record Viewer(String client, boolean seesPrivate) {}
