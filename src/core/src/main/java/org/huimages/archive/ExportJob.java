package org.huimages.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;
import org.huimages.job.AppendedFile;
import org.huimages.job.Arguments;
import org.huimages.job.JobKind;
import org.huimages.job.JobRun;
import org.huimages.job.Looked;
import org.huimages.job.Parameter;
import org.huimages.job.Walk;
import org.huimages.original.Sums;
import org.huimages.stock.Stock;
import org.huimages.url.ImageId;

/// `export`: writes everything that is held of pictures into a new archive. From files on the same disk originals are
/// linked, not copied.
public final class ExportJob implements JobKind {
    private static final String ENTRIES = "entries";

    private final Stock stock;
    private final Archives archives;

    public ExportJob(Stock stock, Archives archives) {
        this.stock = stock;
        this.archives = archives;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.RATE, Archives.FOLDER);
    }

    /// What is held of pictures stays as it is.
    @Override
    public boolean changes(Arguments arguments) {
        return false;
    }

    @Override
    public void check(Arguments arguments) {
        if (Files.exists(archives.of(arguments).path())) {
            throw new Failure.Conflict("there is a folder of this name already; choose another 'folder'").exception();
        }
    }

    @Override
    public void run(JobRun run) throws InterruptedException, IOException {
        ArchiveFolder archive = archives.of(run.arguments());
        Files.createDirectories(archive.path());
        Walk walk = Walk.of(run, stock);
        if (walk.enters("export", () -> OptionalLong.of(stock.catalog().size()))) {
            write(run, walk, archive);
            archive.complete(run.done());
        }
    }

    /// Originals come some at a time, lines in their order.
    private void write(JobRun run, Walk walk, ArchiveFolder archive) throws InterruptedException, IOException {
        AppendedFile entries = run.appended(ENTRIES, archive.entries());
        Map<ImageId, String> lines = new ConcurrentHashMap<>();
        walk.several()
                .overDocuments(
                        stock.catalog(),
                        document -> {
                            Looked looked = original(document, archive);
                            lines.put(document.id(), line(document));
                            return looked;
                        },
                        document -> {
                            String line = lines.remove(document.id());
                            if (line != null) {
                                entries.append(line);
                                run.keep(ENTRIES, entries);
                            }
                        });
        entries.force();
    }

    private String line(ImageDocument document) {
        return archives.text().write(new Entry(document, stock.catalog().everybodysMarks(document.id())));
    }

    private Looked original(ImageDocument document, ArchiveFolder archive) throws IOException {
        if (document.isErased()) {
            return Looked.of(0);
        }
        Path target = archive.original(document.id());
        Path unfinished = archive.unfinished(document.id());
        Leftovers.discard(unfinished);
        try {
            return stock.originals().fetch(document.id(), unfinished)
                    ? checked(document.id(), unfinished, target)
                    : missing();
        } catch (FailureException failed) {
            if (failed.failure() instanceof Failure.StoreLies lies) {
                return Looked.of(0).failing("wrong-bytes", lies.text());
            }
            throw failed;
        } finally {
            Leftovers.discard(unfinished);
        }
    }

    private static Looked checked(ImageId id, Path unfinished, Path target) throws IOException {
        Sums sums = Sums.of(unfinished);
        if (!sums.areOf(id)) {
            return Looked.of(sums.length()).failing("wrong-bytes", "the store has other bytes than those of the ID");
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return Looked.of(sums.length());
    }

    private static Looked missing() {
        return Looked.of(0).failing("missing", "the original is not there; the entry is exported without it");
    }
}
