package org.huimages.store.h2;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.huimages.catalog.Audience;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Marks;
import org.huimages.catalog.Opinion;
import org.huimages.url.ImageId;

/// The embedded catalog: H2 in a folder. What was acknowledged is on the disk.
public final class H2Catalog implements Catalog {
    private final Transactions transactions;
    private final Compaction compaction;

    private H2Catalog(Transactions transactions) {
        this.transactions = transactions;
        this.compaction = new Compaction(transactions);
        compaction.start();
    }

    /// Opens the catalog in `folder`, which is made when missing. That of a former release is copied into the form of
    /// this one first, which takes a minute for 50,000 pictures.
    ///
    /// @throws org.huimages.failure.SetupException if it is a later release's, or damaged, or cannot be copied
    public static H2Catalog open(Path folder) {
        return new H2Catalog(new Transactions(H2Database.open(folder)));
    }

    /// The same, but that of a former release is refused and left alone.
    public static H2Catalog openAsItIs(Path folder) {
        return new H2Catalog(new Transactions(H2Database.openAsItIs(folder)));
    }

    @Override
    public Optional<ImageDocument> find(ImageId id) {
        return transactions.read(connection -> PictureRows.find(connection, id));
    }

    @Override
    public List<ImageDocument> findAll(List<ImageId> ids) {
        return transactions.read(connection -> PictureRows.findAll(connection, ids));
    }

    @Override
    public Saved save(ImageDocument document) {
        return change(changes -> changes.save(document, Map.of()));
    }

    @Override
    public Optional<ImageDocument> update(ImageId id, UnaryOperator<ImageDocument> change) {
        return change(changes -> changes.update(id, change));
    }

    @Override
    public boolean erase(ImageId id) {
        return change(changes -> changes.erase(id));
    }

    @Override
    public Optional<Marks> mark(ImageId id, String user, UnaryOperator<Marks> change) {
        return change(changes -> changes.mark(id, user, change));
    }

    private <T> T change(Changes.Work<T> work) {
        return transactions.write(connection -> Changes.make(connection, work));
    }

    /// Saves many pictures, each as [#save] does, and what users say of it; much faster than one by one. If it throws,
    /// some are saved.
    public void saveAll(Iterator<Marked> pictures) {
        new BulkLoad(transactions).save(pictures);
    }

    @Override
    public List<ImageDocument> page(Audience audience, String after, int limit) {
        return transactions.read(connection -> new Lists(connection, audience).page(after, limit));
    }

    @Override
    public List<ImageDocument> all(String after, int limit) {
        return transactions.read(connection -> PictureRows.all(connection, after, limit));
    }

    @Override
    public long size() {
        return transactions.read(PictureRows::count);
    }

    @Override
    public Optional<ImageDocument> previous(Audience audience, ImageId before) {
        return transactions.read(connection -> new Lists(connection, audience).previous(before));
    }

    @Override
    public Optional<ImageDocument> atOrAfter(Audience audience, ImageId from) {
        return transactions.read(connection -> new Lists(connection, audience).atOrAfter(from));
    }

    @Override
    public List<ImageDocument> newest(Audience audience, Optional<ImageId> after, int limit) {
        return transactions.read(connection -> new Lists(connection, audience).newest(after, limit));
    }

    @Override
    public List<ImageDocument> search(Audience audience, String query, String after, int limit) {
        WordSearch.Question question = new WordSearch.Question(audience, query, after, limit);
        return transactions.read(connection -> WordSearch.find(connection, question));
    }

    @Override
    public List<ImageDocument> tagged(Audience audience, String tag, String after, int limit) {
        return transactions.read(connection -> new Lists(connection, audience).tagged(tag, after, limit));
    }

    @Override
    public List<ImageDocument> favourites(Audience audience, String user, String after, int limit) {
        return transactions.read(connection -> new Lists(connection, audience).favourites(user, after, limit));
    }

    @Override
    public List<ImageDocument> deleted(String after, int limit) {
        return transactions.read(connection -> Lists.ofTrash(connection).page(after, limit));
    }

    @Override
    public Opinion opinion(ImageId id) {
        return transactions
                .read(connection -> PictureRows.opinion(connection, id))
                .orElse(Opinion.NONE);
    }

    @Override
    public Map<ImageId, Opinion> opinions(Collection<ImageId> ids) {
        Map<ImageId, Opinion> opinions = transactions.read(connection -> PictureRows.opinions(connection, ids));
        return ids.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> opinions.getOrDefault(id, Opinion.NONE)));
    }

    @Override
    public Marks marks(ImageId id, String user) {
        return transactions.read(connection -> marks(connection, id, user)).orElse(Marks.NONE);
    }

    private static Optional<Marks> marks(Connection connection, ImageId id, String user) throws SQLException {
        Optional<Long> number = PictureRows.number(connection, id);
        return number.isEmpty() ? Optional.empty() : MarkRows.find(connection, number.get(), user);
    }

    @Override
    public Map<String, Marks> everybodysMarks(ImageId id) {
        return transactions.read(connection -> everybodysMarks(connection, id));
    }

    private static Map<String, Marks> everybodysMarks(Connection connection, ImageId id) throws SQLException {
        Optional<Long> number = PictureRows.number(connection, id);
        return number.isEmpty() ? Map.of() : MarkRows.all(connection, number.get());
    }

    @Override
    public List<TagCount> tags(Audience audience, String prefix, int limit) {
        return transactions.read(connection -> TagCounts.select(connection, audience, prefix, limit));
    }

    @Override
    public void close() {
        compaction.close();
        transactions.close();
    }

    /// A picture to save.
    ///
    /// @param marks what users say of it, by user
    public record Marked(ImageDocument document, Map<String, Marks> marks) {}
}
