package org.huimages.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.huimages.failure.ReadOnly;
import org.huimages.url.ImageId;

/// A catalog that is only read (`HUIMAGES_READ_ONLY`): each change is refused as
/// [org.huimages.failure.Failure.Forbidden].
///
/// @param catalog closed by whoever opened it
public record ReadOnlyCatalog(Catalog catalog) implements Catalog {

    @Override
    public Optional<ImageDocument> find(ImageId id) {
        return catalog.find(id);
    }

    @Override
    public List<ImageDocument> findAll(List<ImageId> ids) {
        return catalog.findAll(ids);
    }

    @Override
    public Saved save(ImageDocument document) {
        throw ReadOnly.refusal();
    }

    @Override
    public Optional<ImageDocument> update(ImageId id, UnaryOperator<ImageDocument> change) {
        throw ReadOnly.refusal();
    }

    @Override
    public boolean erase(ImageId id) {
        throw ReadOnly.refusal();
    }

    @Override
    public List<ImageDocument> page(Audience audience, String after, int limit) {
        return catalog.page(audience, after, limit);
    }

    @Override
    public Optional<ImageDocument> previous(Audience audience, ImageId before) {
        return catalog.previous(audience, before);
    }

    @Override
    public Optional<ImageDocument> atOrAfter(Audience audience, ImageId from) {
        return catalog.atOrAfter(audience, from);
    }

    @Override
    public List<ImageDocument> newest(Audience audience, Optional<ImageId> after, int limit) {
        return catalog.newest(audience, after, limit);
    }

    @Override
    public List<ImageDocument> search(Audience audience, String query, String after, int limit) {
        return catalog.search(audience, query, after, limit);
    }

    @Override
    public List<ImageDocument> tagged(Audience audience, String tag, String after, int limit) {
        return catalog.tagged(audience, tag, after, limit);
    }

    @Override
    public List<ImageDocument> favourites(Audience audience, String user, String after, int limit) {
        return catalog.favourites(audience, user, after, limit);
    }

    @Override
    public List<ImageDocument> deleted(String after, int limit) {
        return catalog.deleted(after, limit);
    }

    @Override
    public Opinion opinion(ImageId id) {
        return catalog.opinion(id);
    }

    @Override
    public Map<ImageId, Opinion> opinions(Collection<ImageId> ids) {
        return catalog.opinions(ids);
    }

    @Override
    public Marks marks(ImageId id, String user) {
        return catalog.marks(id, user);
    }

    @Override
    public Optional<Marks> mark(ImageId id, String user, UnaryOperator<Marks> change) {
        throw ReadOnly.refusal();
    }

    @Override
    public List<TagCount> tags(Audience audience, String prefix, int limit) {
        return catalog.tags(audience, prefix, limit);
    }

    @Override
    public void close() {
        catalog.close();
    }
}
