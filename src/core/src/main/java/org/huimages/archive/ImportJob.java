package org.huimages.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Marks;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.job.Arguments;
import org.huimages.job.JobKind;
import org.huimages.job.JobRun;
import org.huimages.job.Looked;
import org.huimages.job.Parameter;
import org.huimages.job.Walk;
import org.huimages.original.Sums;
import org.huimages.stock.Stock;
import org.huimages.url.ImageId;

/// `import`: takes everything in from an archive. What is there already is added to, and stays deleted if it is.
public final class ImportJob implements JobKind {
    private final Stock stock;
    private final Archives archives;

    public ImportJob(Stock stock, Archives archives) {
        this.stock = stock;
        this.archives = archives;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.DRY_RUN, Parameter.RATE, Archives.FOLDER);
    }

    @Override
    public void check(Arguments arguments) {
        try {
            if (archives.of(arguments).size().isEmpty()) {
                throw none();
            }
        } catch (IOException unreadable) {
            throw FailureException.ofDisk(unreadable);
        }
    }

    private static FailureException none() {
        return new Failure.Conflict("there is no complete archive in this 'folder'").exception();
    }

    @Override
    public void run(JobRun run) throws InterruptedException, IOException {
        ArchiveFolder archive = archives.of(run.arguments());
        OptionalLong size = archive.size();
        if (size.isEmpty()) {
            throw none();
        }
        Walk walk = Walk.of(run, stock);
        if (walk.enters("import", () -> size)) {
            walk.over(new EntryPages(archive.entries())::after, line -> look(line, archive, run.isDryRun()));
        }
    }

    private Looked look(String line, ArchiveFolder archive, boolean dryRun) throws IOException {
        Entry entry;
        try {
            entry = archives.text().read(line);
        } catch (IllegalArgumentException malformed) {
            return Looked.of(0).failing("unreadable", String.valueOf(malformed.getMessage()));
        }
        ImageId id = entry.document().id();
        Original original = entry.document().isErased() ? Original.NONE : original(id, archive.original(id));
        return dryRun ? original.looked : original.looked.and(save(entry, original.sound));
    }

    /// @param sound what is to be stored: the file, if its bytes are those of the ID
    private record Original(Looked looked, Optional<Path> sound) {
        static final Original NONE = new Original(Looked.of(0), Optional.empty());
    }

    private static Original original(ImageId id, Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Original(Looked.of(0).failing("missing", "the archive has no original of it"), Optional.empty());
        }
        Sums sums = Sums.of(file);
        Looked read = Looked.of(sums.length());
        return sums.areOf(id)
                ? new Original(read, Optional.of(file))
                : new Original(
                        read.failing("wrong-bytes", "the archive has other bytes than those of the ID"),
                        Optional.empty());
    }

    private Looked save(Entry entry, Optional<Path> original) throws IOException {
        ImageId id = entry.document().id();
        return stock.locks().aloneWithStore(id, () -> {
            Optional<ImageDocument> there = stock.catalog().find(id);
            if (there.filter(ImageDocument::isDeleted).isPresent()
                    && !there.get().equals(entry.document())) {
                return Looked.of(0).telling("deleted", "it was deleted here, and stays so");
            }
            if (original.isPresent()) {
                stock.originals().put(id, original.get());
            }
            boolean created = stock.catalog().save(entry.document()).created();
            entry.marks().forEach((user, marks) -> stock.catalog().mark(id, user, known -> merged(known, marks)));
            return Looked.of(0).counting(created ? "imported" : "there");
        });
    }

    /// What was said here counts where both say something else.
    private static Marks merged(Marks known, Marks more) {
        TreeSet<String> tags = new TreeSet<>(known.tags());
        tags.addAll(more.tags());
        return new Marks(
                tags,
                known.favourite() || more.favourite(),
                known.rating().isPresent() ? known.rating() : more.rating());
    }
}
