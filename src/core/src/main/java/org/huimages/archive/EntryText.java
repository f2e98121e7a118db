package org.huimages.archive;

/// Entries as lines of text, and back.
public interface EntryText {
    /// @return one line, without its end
    String write(Entry entry);

    /// @throws IllegalArgumentException if it is none
    Entry read(String line);
}
