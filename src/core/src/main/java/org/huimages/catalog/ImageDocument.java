package org.huimages.catalog;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huimages.url.ImageId;

/// What is known of one picture.
///
/// @param created kept for ever
/// @param modified when it was saved or changed last
/// @param uploader who saved it first, by user name; empty if that is not known
/// @param others what other programs have written beside that, by name: kept, moved along, and never shown
public record ImageDocument(
        ImageId id,
        Optional<Facts> facts,
        Description description,
        Timestamp created,
        Timestamp modified,
        Focus focus,
        State state,
        String uploader,
        SortedMap<String, JsonText> others) {

    public ImageDocument {
        others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
    }

    /// One that no other program has written to.
    public ImageDocument(
            ImageId id,
            Optional<Facts> facts,
            Description description,
            Timestamp created,
            Timestamp modified,
            Focus focus,
            State state,
            String uploader) {
        this(id, facts, description, created, modified, focus, state, uploader, Collections.emptySortedMap());
    }

    /// Whether both may be of the same bytes. What was never looked at has only its ID to tell.
    boolean isOf(ImageDocument other) {
        return facts.isEmpty()
                || other.facts.isEmpty()
                || facts.get().sha256().equals(other.facts.get().sha256());
    }

    /// This document after the same picture was saved again as `later`: what is new is added, nothing is taken away,
    /// and if it was in the trash it is back.
    public ImageDocument savedAgain(ImageDocument later) {
        return new ImageDocument(
                id,
                facts.or(later::facts),
                description.with(later.description),
                created,
                later.modified,
                focus,
                state.withTombstone(later.state.tombstone()).withUnlisted(later.state.unlisted()),
                uploader,
                union(others, later.others));
    }

    private static SortedMap<String, JsonText> union(Map<String, JsonText> first, Map<String, JsonText> more) {
        TreeMap<String, JsonText> all = new TreeMap<>(more);
        all.putAll(first);
        return all;
    }

    /// Whether it is in the trash, or erased: it is not served then.
    public boolean isDeleted() {
        return state.tombstone().isPresent();
    }

    /// Whether only its tombstone is left.
    public boolean isErased() {
        return state.tombstone().filter(Tombstone::erased).isPresent();
    }

    /// Whether it appears where pictures are listed, to whoever may see private ones.
    public boolean isListed() {
        return !isDeleted() && !state.unlisted();
    }

    /// This document, now that its original was looked at.
    public ImageDocument with(Facts found) {
        return new ImageDocument(
                id, Optional.of(found), description, created, modified, focus, state, uploader, others);
    }

    public ImageDocument with(Description newDescription) {
        return new ImageDocument(id, facts, newDescription, created, modified, focus, state, uploader, others);
    }

    public ImageDocument with(Focus newFocus) {
        return new ImageDocument(id, facts, description, created, modified, newFocus, state, uploader, others);
    }

    public ImageDocument with(State newState) {
        return new ImageDocument(id, facts, description, created, modified, focus, newState, uploader, others);
    }

    public ImageDocument modifiedAt(Timestamp moment) {
        return new ImageDocument(id, facts, description, created, moment, focus, state, uploader, others);
    }
}
