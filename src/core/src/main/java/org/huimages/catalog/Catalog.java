package org.huimages.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.url.ImageId;

/// The metadata: one document a picture. Thread-safe.
///
/// Lists hold what their [Audience] sees, in the order of IDs unless said otherwise, and begin after a cursor, which
/// need not exist: the last one of a page is the cursor of the next. Their cost does not grow with the catalog, but
/// for a [#search] for several words that many pictures have, and hardly any has together.
///
/// Each call throws a [FailureException] with [Failure.Unavailable] when the catalog cannot be asked; that
/// something is not there is never an exception.
public interface Catalog extends AutoCloseable {

    /// The document, deleted or not.
    Optional<ImageDocument> find(ImageId id);

    /// As [#find] of each, in their order, without those that are not there: one question, however many there are.
    List<ImageDocument> findAll(List<ImageId> ids);

    /// Saves a picture: a document not there yet as it is, one that is there with what is new added
    /// ([ImageDocument#savedAgain]). Atomic against other saves and updates, durable when this returns.
    ///
    /// @throws FailureException [Failure.Conflict] if what is there has another checksum: SHA-1 can be made to
    /// collide
    Saved save(ImageDocument document);

    /// Changes a document; empty if it is not there. Atomic and durable like [#save]; `change` may be called more
    /// than once, and what it throws is thrown, with nothing changed.
    Optional<ImageDocument> update(ImageId id, UnaryOperator<ImageDocument> change);

    /// Removes the document and everybody's marks of it; false if it is not there.
    boolean erase(ImageId id);

    /// The next ones after `after`, which is less than any ID to begin with the first: `""`, or an ID.
    List<ImageDocument> page(Audience audience, String after, int limit);

    /// The next ones after `after` of all there are, whatever has become of them: those that are in no list, in the
    /// trash or erased too.
    List<ImageDocument> all(String after, int limit);

    /// How many documents there are, whatever has become of the pictures; more or less, while some are saved.
    long size();

    /// The nearest one before `before`.
    Optional<ImageDocument> previous(Audience audience, ImageId before);

    /// The first one at or after `from`, or the first of all if there is none: random, if `from` is.
    Optional<ImageDocument> atOrAfter(Audience audience, ImageId from);

    /// Those created last, newest first; of those created at the same time, the greater ID first. Times are compared
    /// as texts.
    ///
    /// @param after the last one of the page before, whatever has become of it, but nothing follows one that was
    ///     erased; empty for the first page
    List<ImageDocument> newest(Audience audience, Optional<ImageId> after, int limit);

    /// Those in whose titles, tags, file names or references every word of `query` begins a word, whatever its
    /// case.
    ///
    /// @param query any text; nothing is found if it has no word
    /// @throws FailureException [Failure.Unavailable] if it takes longer than some seconds
    List<ImageDocument> search(Audience audience, String query, String after, int limit);

    /// The pictures that anybody has given exactly this tag.
    List<ImageDocument> tagged(Audience audience, String tag, String after, int limit);

    /// The pictures that this user likes best.
    List<ImageDocument> favourites(Audience audience, String user, String after, int limit);

    /// What is in the trash (not what is erased).
    List<ImageDocument> deleted(String after, int limit);

    /// What everybody's marks of a picture come to; nothing if there are none.
    Opinion opinion(ImageId id);

    /// As [#opinion] of each: one question, however many there are.
    ///
    /// @return one for each of `ids`
    Map<ImageId, Opinion> opinions(Collection<ImageId> ids);

    /// One user's marks of a picture; none if there are none.
    Marks marks(ImageId id, String user);

    /// Everybody's marks of a picture that say anything, by user.
    Map<String, Marks> everybodysMarks(ImageId id);

    /// Changes one user's marks of a picture; empty if there is no such picture. Atomic and durable like [#update].
    Optional<Marks> mark(ImageId id, String user, UnaryOperator<Marks> change);

    /// Tags that begin like this, with the number of pictures that `audience` sees with them, most used first, then
    /// by the alphabet. A tag that is on no such picture is none.
    List<TagCount> tags(Audience audience, String prefix, int limit);

    @Override
    void close();

    /// @param document as it is stored now
    /// @param created whether it was not there before
    record Saved(ImageDocument document, boolean created) {}

    /// @param pictures how many have the tag
    record TagCount(String tag, int pictures) {}

    /// What becomes of `existing` when `document` is saved; the rule that all implementations share.
    static ImageDocument merged(ImageDocument existing, ImageDocument document) {
        if (!existing.isOf(document)) {
            throw new Failure.Conflict("other bytes are stored under the ID " + document.id()).exception();
        }
        return existing.savedAgain(document);
    }
}
