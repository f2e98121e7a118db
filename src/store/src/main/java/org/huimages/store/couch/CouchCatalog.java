package org.huimages.store.couch;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.huimages.catalog.Audience;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Marks;
import org.huimages.catalog.Opinion;
import org.huimages.failure.FailureException;
import org.huimages.original.StoreSetupException;
import org.huimages.url.ImageId;

/// The catalog in CouchDB, in the layout of older systems, which may go on writing beside it.
///
/// Databases, our design documents and their indexes are made in the background. Until they are there, lists by
/// age, by tag, by user and by word are unavailable; the rest is not.
public final class CouchCatalog implements Catalog {
    private static final ImageId NOBODY = ImageId.of(new byte[20], "00");

    private final CouchConnection connection;
    private final CouchDatabase pictures;
    private final CouchDatabase marks;
    private final Indexes indexes;
    private final PictureLists lists;
    private final MarkLists marked;
    private final MarkStore markStore;
    private final TagCounts tagCounts;
    private final CouchSearch search;
    private final Attempts attempts = new Attempts();

    private CouchCatalog(CouchConnection connection, CouchNames names, boolean mayWrite) {
        this.connection = connection;
        this.pictures = connection.database(names.pictures());
        this.marks = connection.database(names.marks());
        this.indexes = new Indexes(
                new CouchConnection(connection.address, CouchLimits.PATIENT),
                Map.of(names.pictures(), Design.PICTURES, names.marks(), Design.MARKS),
                mayWrite);
        this.lists = new PictureLists(pictures, indexes);
        this.marked = new MarkLists(marks, lists, indexes);
        this.markStore = new MarkStore(marks);
        this.tagCounts = new TagCounts(pictures, marks, indexes);
        this.search = new CouchSearch(pictures, marks, indexes);
    }

    /// Opens a catalog, whether CouchDB is there yet or not.
    public static CouchCatalog open(CouchAddress address, CouchNames names, CouchLimits limits) {
        return open(address, names, limits, true);
    }

    /// Opens a catalog that makes no databases and no design documents: where ours are not there yet, lists stay
    /// unavailable. Documents must not be changed.
    public static CouchCatalog openReadOnly(CouchAddress address, CouchNames names, CouchLimits limits) {
        return open(address, names, limits, false);
    }

    private static CouchCatalog open(CouchAddress address, CouchNames names, CouchLimits limits, boolean mayWrite) {
        CouchCatalog catalog = new CouchCatalog(new CouchConnection(address, limits), names, mayWrite);
        catalog.indexes.start();
        return catalog;
    }

    /// Waits until all lists can be asked for, for `limit` at most.
    public boolean awaitLists(Duration limit) throws InterruptedException {
        return indexes.await(limit);
    }

    /// How it is: `ok`; `building`, while lists are unavailable; or `down`. Behind a colon one line that says
    /// why, and which setting is to blame.
    public String state() {
        try {
            return check();
        } catch (IOException down) {
            return "down: " + down.getMessage();
        }
    }

    /// As [#state], but for what is down.
    ///
    /// @throws StoreSetupException if a setting is wrong
    /// @throws IOException if it does not answer
    public String check() throws IOException {
        try {
            pictures.find(NOBODY.text());
            marks.findAll(List.of(NOBODY.text()));
            return indexes.isReady() ? "ok" : "building: " + indexes.problem();
        } catch (FailureException failed) {
            throw CouchTrouble.told(failed);
        }
    }

    /// Asks CouchDB to give the space of old revisions and attachments back, which it does in the background.
    public void compact() {
        pictures.compact();
        marks.compact();
    }

    @Override
    public Optional<ImageDocument> find(ImageId id) {
        return pictures.find(id.text()).map(tree -> DocumentReader.read(id, tree));
    }

    /// Those of `ids` that are there, in their order, by one request.
    @Override
    public List<ImageDocument> findAll(List<ImageId> ids) {
        return pictures.findAll(ids.stream().map(ImageId::text).toList()).stream()
                .flatMap(tree -> DocumentReader.read(tree).stream())
                .toList();
    }

    @Override
    public Saved save(ImageDocument document) {
        return attempts.make(document.id().text(), () -> {
            Optional<JsonObject> there = pictures.find(document.id().text());
            JsonObject tree = there.map(before -> DocumentEdit.apply(
                            before, Catalog.merged(DocumentReader.read(document.id(), before), document)))
                    .orElseGet(() -> DocumentEdit.create(document));
            return written(document.id(), there, tree).map(stored -> new Saved(stored, there.isEmpty()));
        });
    }

    @Override
    public Optional<ImageDocument> update(ImageId id, UnaryOperator<ImageDocument> change) {
        return attempts.make(id.text(), () -> changed(id, change)).stream().findFirst();
    }

    /// None or one; empty if somebody else was first.
    private Optional<List<ImageDocument>> changed(ImageId id, UnaryOperator<ImageDocument> change) {
        Optional<JsonObject> there = pictures.find(id.text());
        if (there.isEmpty()) {
            return Optional.of(List.of());
        }
        ImageDocument after = change.apply(DocumentReader.read(id, there.get()));
        return written(id, there, DocumentEdit.apply(there.get(), after)).map(List::of);
    }

    /// Writes what has changed; empty if somebody else was first.
    private Optional<ImageDocument> written(ImageId id, Optional<JsonObject> before, JsonObject after) {
        boolean done = before.filter(after::equals).isPresent() || pictures.put(after);
        return done ? Optional.of(DocumentReader.read(id, after)) : Optional.empty();
    }

    /// Marks go first: what is left after a failure is a document, which can be erased again.
    @Override
    public boolean erase(ImageId id) {
        return attempts.make(id.text(), () -> {
            Optional<JsonObject> there = pictures.find(id.text());
            if (there.isEmpty()) {
                return Optional.of(false);
            }
            markStore.erase(id);
            if (!pictures.delete(there.get())) {
                return Optional.empty();
            }
            markStore.erase(id);
            return Optional.of(true);
        });
    }

    @Override
    public List<ImageDocument> page(Audience audience, String after, int limit) {
        return lists.page(audience, after, limit);
    }

    @Override
    public List<ImageDocument> all(String after, int limit) {
        return lists.all(after, limit);
    }

    @Override
    public long size() {
        return pictures.size();
    }

    @Override
    public Optional<ImageDocument> previous(Audience audience, ImageId before) {
        return lists.previous(audience, before);
    }

    @Override
    public Optional<ImageDocument> atOrAfter(Audience audience, ImageId from) {
        return lists.atOrAfter(audience, from);
    }

    @Override
    public List<ImageDocument> newest(Audience audience, Optional<ImageId> after, int limit) {
        return lists.newest(audience, after, limit);
    }

    @Override
    public List<ImageDocument> search(Audience audience, String query, String after, int limit) {
        return search.search(audience, query, after, limit);
    }

    @Override
    public List<ImageDocument> tagged(Audience audience, String tag, String after, int limit) {
        return marked.tagged(audience, tag, after, limit);
    }

    @Override
    public List<ImageDocument> favourites(Audience audience, String user, String after, int limit) {
        return marked.favourites(audience, user, after, limit);
    }

    @Override
    public List<ImageDocument> deleted(String after, int limit) {
        return lists.deleted(after, limit);
    }

    @Override
    public Opinion opinion(ImageId id) {
        return markStore.opinion(id);
    }

    /// As [#opinion] of each, by two requests.
    @Override
    public Map<ImageId, Opinion> opinions(Collection<ImageId> ids) {
        return marked.opinions(ids);
    }

    @Override
    public Marks marks(ImageId id, String user) {
        return markStore.find(id, user);
    }

    @Override
    public Map<String, Marks> everybodysMarks(ImageId id) {
        return markStore.all(id);
    }

    /// The picture is looked for again afterwards: marks of one that was erased meanwhile would be there when it
    /// is saved anew.
    @Override
    public Optional<Marks> mark(ImageId id, String user, UnaryOperator<Marks> change) {
        if (pictures.find(id.text()).isEmpty()) {
            return Optional.empty();
        }
        Marks changed = markStore.change(id, user, change);
        if (pictures.find(id.text()).isEmpty()) {
            markStore.erase(id);
            return Optional.empty();
        }
        return Optional.of(changed);
    }

    @Override
    public List<TagCount> tags(Audience audience, String prefix, int limit) {
        return tagCounts.tags(audience, prefix, limit);
    }

    @Override
    public void close() {
        indexes.close();
        connection.close();
    }
}
