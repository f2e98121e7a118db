package org.huimages.webapp.browser;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;
import org.huimages.url.ImageId;
import org.huimages.webapp.api.Workshop;

/// Reads what an original says of itself. Originals never change: what was read of the last ones is remembered.
/// One that is far away is fetched behind the page that asks for it, and only a few at a time. Thread-safe.
final class ExifReader {
    private static final System.Logger LOG = System.getLogger(ExifReader.class.getName());
    private static final int REMEMBERED = 1000;
    private static final int AT_ONCE = 4;

    private final Workshop workshop;
    private final Duration patience;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<ImageId, CompletableFuture<Optional<Exif>>> underWay = new ConcurrentHashMap<>();
    private final Map<ImageId, Exif> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ImageId, Exif> eldest) {
            return size() > REMEMBERED;
        }
    });

    /// @param patience how long a page waits for it
    ExifReader(Workshop workshop, Duration patience) {
        this.workshop = workshop;
        this.patience = patience;
    }

    /// Empty if the original cannot be had, or not in time; it may be known the next time then.
    Optional<Exif> of(ImageDocument document) {
        Optional<Exif> remembered = Optional.ofNullable(known.get(document.id()));
        return remembered.isPresent() ? remembered : awaited(reading(document.id()));
    }

    private Optional<Exif> awaited(CompletableFuture<Optional<Exif>> reading) {
        try {
            return reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException notYet) {
            return Optional.empty();
        }
    }

    /// Begins to read it, unless that is being done.
    @SuppressWarnings("ReferenceEquality") // who is first is meant
    private CompletableFuture<Optional<Exif>> reading(ImageId id) {
        CompletableFuture<Optional<Exif>> own = new CompletableFuture<>();
        CompletableFuture<Optional<Exif>> reading = underWay.computeIfAbsent(id, free -> own);
        if (reading == own) {
            Thread.ofVirtual().name("huimages-exif").start(() -> read(id, own));
        }
        return reading;
    }

    private void read(ImageId id, CompletableFuture<Optional<Exif>> answer) {
        Optional<Exif> read = Optional.empty();
        try {
            if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                read = fetched(id);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } finally {
            read.ifPresent(exif -> known.put(id, exif));
            underWay.remove(id);
            answer.complete(read);
        }
    }

    private Optional<Exif> fetched(ImageId id) {
        try {
            return fetch(id);
        } finally {
            places.release();
        }
    }

    private Optional<Exif> fetch(ImageId id) {
        Path file = workshop.spool().temporary();
        try {
            return workshop.cache().holdOriginal(id, file)
                            || workshop.originals().fetch(id, file)
                    ? Optional.of(read(file))
                    : Optional.empty();
        } catch (IOException | FailureException unreachable) {
            LOG.log(System.Logger.Level.DEBUG, "nothing is told of " + id, unreachable);
            return Optional.empty();
        } finally {
            Leftovers.discard(file);
        }
    }

    static Exif read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return exif(ImageMetadataReader.readMetadata(in, Files.size(file)));
        } catch (ImageProcessingException | RuntimeException odd) {
            LOG.log(System.Logger.Level.DEBUG, "metadata that cannot be read", odd);
            return Exif.NOTHING;
        }
    }

    private static Exif exif(Metadata metadata) {
        Optional<Directory> camera = first(metadata, ExifIFD0Directory.class);
        Optional<Directory> shot = first(metadata, ExifSubIFDDirectory.class);
        String exposure = Stream.of(
                        words(shot, ExifSubIFDDirectory.TAG_EXPOSURE_TIME),
                        words(shot, ExifSubIFDDirectory.TAG_FNUMBER),
                        words(shot, ExifSubIFDDirectory.TAG_ISO_EQUIVALENT).map(iso -> "ISO " + iso),
                        words(shot, ExifSubIFDDirectory.TAG_FOCAL_LENGTH))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return new Exif(
                name(text(camera, ExifIFD0Directory.TAG_MAKE), text(camera, ExifIFD0Directory.TAG_MODEL)),
                text(shot, ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL)
                        .or(() -> text(camera, ExifIFD0Directory.TAG_DATETIME))
                        .map(ExifReader::date),
                Optional.of(exposure).filter(words -> !words.isEmpty()),
                first(metadata, GpsDirectory.class)
                        .filter(ExifReader::tellsPlace)
                        .isPresent());
    }

    private static boolean tellsPlace(Directory gps) {
        return gps.containsTag(GpsDirectory.TAG_LATITUDE) || gps.containsTag(GpsDirectory.TAG_LONGITUDE);
    }

    private static Optional<Directory> first(Metadata metadata, Class<? extends Directory> type) {
        return Optional.ofNullable(metadata.getFirstDirectoryOfType(type));
    }

    private static Optional<String> text(Optional<Directory> directory, int tag) {
        return directory
                .map(there ->
                        Objects.requireNonNullElse(there.getString(tag), "").strip())
                .filter(text -> !text.isEmpty());
    }

    private static Optional<String> words(Optional<Directory> directory, int tag) {
        return directory.flatMap(there -> Optional.ofNullable(there.getDescription(tag)));
    }

    /// Many models begin with their maker.
    private static Optional<String> name(Optional<String> maker, Optional<String> model) {
        boolean twice = maker.isPresent() && model.isPresent() && model.get().startsWith(maker.get());
        String name = Stream.of(twice ? Optional.<String>empty() : maker, model)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return Optional.of(name).filter(text -> !text.isEmpty());
    }

    /// `2024:05:06 12:30:00`, as EXIF has it.
    private static String date(String exif) {
        return exif.replaceFirst("^(\\d{4}):(\\d\\d):(\\d\\d) (\\d\\d:\\d\\d).*", "$1-$2-$3 $4");
    }
}
