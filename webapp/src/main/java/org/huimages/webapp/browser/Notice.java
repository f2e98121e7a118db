package org.huimages.webapp.browser;

import java.io.Serializable;

/// What is told on the next page, once.
///
/// @param text empty for nothing
/// @param bad whether something did not work
/// @param undoable whether it can be undone
public record Notice(String text, boolean bad, boolean undoable) implements Serializable {
    static final Notice NONE = new Notice("", false, false);
}
