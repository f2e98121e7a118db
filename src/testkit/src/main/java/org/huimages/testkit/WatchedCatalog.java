package org.huimages.testkit;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.huimages.catalog.Audience;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Marks;
import org.huimages.catalog.MemoryCatalog;
import org.huimages.catalog.Opinion;
import org.huimages.failure.Failure;
import org.huimages.url.ImageId;

/// A catalog in memory; counts how often it is asked, and fails when it is told to.
public final class WatchedCatalog implements Catalog {
    private final Catalog catalog = new MemoryCatalog();
    private final AtomicInteger finds = new AtomicInteger();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile boolean down;
    private volatile boolean readOnly;

    /// From now on each call fails as [Failure.Unavailable].
    public void fails() {
        down = true;
    }

    /// From now on each save fails as [Failure.Unavailable].
    public void failsToSave() {
        readOnly = true;
    }

    public void heals() {
        down = false;
        readOnly = false;
    }

    /// How often it was asked anything, or told to change anything.
    public int questions() {
        return questions.get();
    }

    /// How often a document was looked for.
    public int finds() {
        return finds.get();
    }

    @Override
    public Optional<ImageDocument> find(ImageId id) {
        finds.incrementAndGet();
        return whileUp().find(id);
    }

    @Override
    public List<ImageDocument> findAll(List<ImageId> ids) {
        finds.incrementAndGet();
        return whileUp().findAll(ids);
    }

    @Override
    public Saved save(ImageDocument document) {
        return whileWritable().save(document);
    }

    @Override
    public Optional<ImageDocument> update(ImageId id, UnaryOperator<ImageDocument> change) {
        return whileWritable().update(id, change);
    }

    @Override
    public boolean erase(ImageId id) {
        return whileWritable().erase(id);
    }

    @Override
    public Optional<Marks> mark(ImageId id, String user, UnaryOperator<Marks> change) {
        return whileWritable().mark(id, user, change);
    }

    @Override
    public List<ImageDocument> page(Audience audience, String after, int limit) {
        return whileUp().page(audience, after, limit);
    }

    @Override
    public List<ImageDocument> all(String after, int limit) {
        return whileUp().all(after, limit);
    }

    @Override
    public long size() {
        return whileUp().size();
    }

    @Override
    public Optional<ImageDocument> previous(Audience audience, ImageId before) {
        return whileUp().previous(audience, before);
    }

    @Override
    public Optional<ImageDocument> atOrAfter(Audience audience, ImageId from) {
        return whileUp().atOrAfter(audience, from);
    }

    @Override
    public List<ImageDocument> newest(Audience audience, Optional<ImageId> after, int limit) {
        return whileUp().newest(audience, after, limit);
    }

    @Override
    public List<ImageDocument> search(Audience audience, String query, String after, int limit) {
        return whileUp().search(audience, query, after, limit);
    }

    @Override
    public List<ImageDocument> tagged(Audience audience, String tag, String after, int limit) {
        return whileUp().tagged(audience, tag, after, limit);
    }

    @Override
    public List<ImageDocument> favourites(Audience audience, String user, String after, int limit) {
        return whileUp().favourites(audience, user, after, limit);
    }

    @Override
    public List<ImageDocument> deleted(String after, int limit) {
        return whileUp().deleted(after, limit);
    }

    @Override
    public Opinion opinion(ImageId id) {
        return whileUp().opinion(id);
    }

    @Override
    public Map<ImageId, Opinion> opinions(Collection<ImageId> ids) {
        return whileUp().opinions(ids);
    }

    @Override
    public Marks marks(ImageId id, String user) {
        return whileUp().marks(id, user);
    }

    @Override
    public Map<String, Marks> everybodysMarks(ImageId id) {
        return whileUp().everybodysMarks(id);
    }

    @Override
    public List<TagCount> tags(Audience audience, String prefix, int limit) {
        return whileUp().tags(audience, prefix, limit);
    }

    private Catalog whileUp() {
        return asked(down);
    }

    private Catalog whileWritable() {
        return asked(down || readOnly);
    }

    private Catalog asked(boolean failing) {
        questions.incrementAndGet();
        if (failing) {
            throw new Failure.Unavailable("the catalog is down", Duration.ofSeconds(5)).exception();
        }
        return catalog;
    }

    @Override
    public void close() {
        catalog.close();
    }
}
