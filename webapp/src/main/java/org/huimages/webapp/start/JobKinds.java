package org.huimages.webapp.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huimages.archive.Archives;
import org.huimages.archive.ExportJob;
import org.huimages.archive.ImportJob;
import org.huimages.job.JobKind;
import org.huimages.job.ReadOnlyKind;
import org.huimages.migrate.LegacyOriginals;
import org.huimages.migrate.MigrateJob;
import org.huimages.rendition.Pyramid;
import org.huimages.rendition.PyramidJob;
import org.huimages.scrub.CatalogBook;
import org.huimages.scrub.OtherOriginals;
import org.huimages.scrub.ScrubJob;
import org.huimages.store.couch.CouchAddress;
import org.huimages.store.file.DataFolder;
import org.huimages.store.file.FileOriginalStore;
import org.huimages.store.json.ArchiveText;
import org.huimages.store.legacy.AttachedOriginals;
import org.huimages.store.legacy.LegacyMove;
import org.huimages.store.legacy.LegacyRule;
import org.huimages.webapp.settings.CatalogRule;
import org.huimages.webapp.settings.Settings;

/// The kinds of jobs that this server has.
record JobKinds(Settings settings, DataFolder data, Stores.Opened stores, Pyramid pyramid) {

    List<JobKind> all() throws IOException {
        InstantSource clock = InstantSource.system();
        Path jobs = Files.createDirectories(data.path().resolve("jobs"));
        CatalogBook book = CatalogBook.open(jobs.resolve("catalog.properties"), catalog(), clock);
        Path salvage = data.path().resolve("salvage");
        Archives archives = new Archives(data.path().resolve("export"), new ArchiveText());
        List<JobKind> kinds = List.of(
                new MigrateJob(legacy(), stores.own().originals(), salvage),
                new PyramidJob(stores.stock(), Optional.of(pyramid).filter(on -> settings.pyramid())),
                new ScrubJob(stores.own(), others(), salvage, book, clock),
                new ExportJob(stores.stock(), archives),
                new ImportJob(stores.stock(), archives));
        return settings.readOnly()
                ? kinds.stream().<JobKind>map(ReadOnlyKind::new).toList()
                : kinds;
    }

    private Optional<LegacyOriginals> legacy() {
        return moving().map(AttachedOriginals::new);
    }

    private Optional<LegacyMove> moving() {
        return stores.legacy().filter(move -> move.rule() != LegacyRule.OFF);
    }

    /// Which one it is.
    private String catalog() {
        return switch (settings.catalog()) {
            case CatalogRule.Embedded() -> "embedded";
            case CatalogRule.Couch(CouchAddress server, Duration _) -> server.toString();
        };
    }

    /// CouchDB, and the data folder where it was the place of originals before.
    private List<OtherOriginals> others() throws IOException {
        List<OtherOriginals> others = new ArrayList<>();
        moving().map(LegacyMove::couch)
                .ifPresent(couch -> others.add(new OtherOriginals(
                        "CouchDB",
                        (id, target) -> couch.fetch(id, target).isPresent(),
                        id -> !couch.attachments(id).isEmpty())));
        if (settings.s3().isPresent() && Files.isDirectory(data.originals())) {
            FileOriginalStore files = FileOriginalStore.open(data.originals());
            others.add(new OtherOriginals("the data folder", files::fetch));
        }
        return others;
    }
}
