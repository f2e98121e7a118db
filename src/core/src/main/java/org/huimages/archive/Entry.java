package org.huimages.archive;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Marks;

/// What the catalog holds of one picture.
///
/// @param marks what users say of it, by user
public record Entry(ImageDocument document, SortedMap<String, Marks> marks) {

    public Entry {
        marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
    }

    public Entry(ImageDocument document, Map<String, Marks> marks) {
        this(document, new TreeMap<>(marks));
    }
}
