package org.huimages.catalog;

/// Any JSON value, as its text: numbers keep the form in which they were written.
///
/// @param text one valid JSON value; who makes this has checked it
public record JsonText(String text) {}
