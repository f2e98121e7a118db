package org.huimages.webapp.browser;

/// A picture in a grid.
///
/// @param path of its page, below `/browser/`
/// @param title plain text; may be empty
/// @param label what to call it where it has no title
/// @param picture markup
/// @param shape the class that gives its place the right shape before it is there
public record Tile(String id, String path, String title, String label, String picture, String shape) {}
