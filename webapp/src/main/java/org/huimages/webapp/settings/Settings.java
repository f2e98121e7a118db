package org.huimages.webapp.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.huimages.catalog.Audience;
import org.huimages.keeper.KeeperLimits;
import org.huimages.keeper.MinFree;
import org.huimages.pixel.RenderLimits;
import org.huimages.rendition.SizePolicy;
import org.huimages.store.couch.CouchAddress;
import org.huimages.store.legacy.LegacyRule;
import org.huimages.store.s3.S3Config;
import org.huimages.url.SigningKeys;
import org.huimages.url.Size;

/// Everything that can be configured, checked.
///
/// @param data `HUIMAGES_DATA`: originals, catalog, spool; also the cache, if that is not elsewhere
/// @param cache `HUIMAGES_CACHE`: finished renditions
/// @param cacheLimits `HUIMAGES_CACHE_MAX`, `HUIMAGES_CACHE_MIN_FREE`: what they may take
/// @param publicUrl `IMAGESERVERURL`: what addresses of pictures begin with; the request's own if not set
/// @param hosts `HUIMAGES_HOSTS`: lower-case names that API and pages answer to; any if empty
/// @param pictureHost `HUIMAGES_PICTURE_HOST`: the host name that is for pictures alone, if there is one
/// @param cluster `HUIMAGES_CLUSTER`: the two digits that end the IDs given here
/// @param libvips `HUIMAGES_LIBVIPS`: the library to take instead of the bundled one
/// @param maxBytes `HUIMAGES_MAX_BYTES`: of one upload
/// @param maxPixels `HUIMAGES_MAX_PIXELS`: of an original
/// @param maxEdge `HUIMAGES_MAX_EDGE`: of a rendition, in pixels
/// @param renderThreads `HUIMAGES_RENDER_THREADS`: pictures worked on at once
/// @param renderMemory `HUIMAGES_RENDER_MEMORY`: what the pictures worked on at once may take together, in bytes
/// @param renderTimeout `HUIMAGES_RENDER_TIMEOUT`: for one rendition, waiting included
/// @param pyramid `HUIMAGES_PYRAMID`: whether smaller copies of originals are kept, to make renditions from
/// @param avif `HUIMAGES_AVIF`: whether an AVIF is made behind each JPEG and WebP
/// @param sizes `HUIMAGES_SIZES`: which renditions may be made
/// @param signingKeys `HUIMAGES_SIGNING_KEYS`: whose signatures count, if any do
/// @param trash `HUIMAGES_TRASH_DAYS`: how long a deleted picture can be restored
/// @param browse `HUIMAGES_BROWSE`: who may see lists of pictures
/// @param s3 `HUIMAGES3BUCKET` and more: where originals lie, if not in `data`
/// @param catalog `HUIMAGES_CATALOG`: where metadata is kept
/// @param couchServer `HUIMAGESCOUCHSERVER`: where older systems kept originals too
/// @param legacy `HUIMAGES_LEGACY_COUCH`: what becomes of those
/// @param readOnly `HUIMAGES_READ_ONLY`: whether no store is written to
public record Settings(
        Path data,
        Path cache,
        KeeperLimits cacheLimits,
        Optional<URI> publicUrl,
        Set<String> hosts,
        Optional<String> pictureHost,
        String cluster,
        Optional<Path> libvips,
        long maxBytes,
        long maxPixels,
        int maxEdge,
        int renderThreads,
        long renderMemory,
        Duration renderTimeout,
        boolean pyramid,
        boolean avif,
        SizePolicy sizes,
        Optional<SigningKeys> signingKeys,
        Duration trash,
        Audience browse,
        Optional<S3Config> s3,
        CatalogRule catalog,
        Optional<CouchAddress> couchServer,
        LegacyRule legacy,
        boolean readOnly) {

    private static final long CACHE_MAX = 20L << 30;
    private static final MinFree CACHE_MIN_FREE = new MinFree.Share(0.05);
    private static final long MAX_BYTES = 64L << 20;
    private static final long MAX_PIXELS = 100_000_000;
    private static final int MAX_EDGE = 4096;
    private static final Duration RENDER_TIMEOUT = Duration.ofSeconds(10);
    private static final long TRASH_DAYS = 30;
    private static final Duration COUCH_TIMEOUT = Duration.ofMillis(1500);

    /// Reads and checks the settings.
    ///
    /// @param defaultData what `HUIMAGES_DATA` is where nothing is said
    /// @throws org.huimages.failure.SetupException naming each wrong or unknown setting
    public static Settings read(SettingSource source, Path defaultData) {
        SettingReader reader = new SettingReader(source);
        Path data = reader.read(Known.DATA).orElse(defaultData);
        Optional<SigningKeys> keys = reader.read(Known.SIGNING_KEYS);
        Optional<CouchAddress> couch = reader.read(Known.COUCH_SERVER);
        Optional<S3Config> s3 = new S3Settings(reader).read();
        int cores = Runtime.getRuntime().availableProcessors();
        Settings settings = new Settings(
                data,
                reader.read(Known.CACHE).orElse(data.resolve("cache")),
                new KeeperLimits(
                        reader.read(Known.CACHE_MAX).orElse(CACHE_MAX),
                        reader.read(Known.CACHE_MIN_FREE).orElse(CACHE_MIN_FREE)),
                reader.read(Known.PUBLIC_URL),
                reader.read(Known.HOSTS).orElse(Set.of()),
                reader.read(Known.PICTURE_HOST),
                reader.read(Known.CLUSTER).orElse("01"),
                reader.read(Known.LIBVIPS),
                reader.read(Known.MAX_BYTES).orElse(MAX_BYTES),
                reader.read(Known.MAX_PIXELS).orElse(MAX_PIXELS),
                reader.read(Known.MAX_EDGE).orElse(MAX_EDGE),
                reader.read(Known.RENDER_THREADS).orElse(cores),
                reader.read(Known.RENDER_MEMORY).orElse(RenderLimits.MEMORY),
                reader.read(Known.RENDER_TIMEOUT).orElse(RENDER_TIMEOUT),
                reader.read(Known.PYRAMID).orElse(true),
                reader.read(Known.AVIF).orElse(true),
                policy(reader, keys),
                keys,
                Duration.ofDays(reader.read(Known.TRASH_DAYS).orElse(TRASH_DAYS)),
                reader.read(Known.BROWSE).orElse(Audience.READERS),
                s3,
                catalog(reader, couch),
                couch,
                legacy(reader, couch, s3),
                reader.read(Known.READ_ONLY).orElse(false));
        reader.finish(reader.read(Known.STRICT).orElse(true));
        return settings;
    }

    private static SizePolicy policy(SettingReader reader, Optional<SigningKeys> keys) {
        return switch (reader.read(Known.SIZES).orElseGet(SizeRule.Open::new)) {
            case SizeRule.Open() -> new SizePolicy.Open();
            case SizeRule.Listed(Set<Size> sizes) -> new SizePolicy.Listed(sizes);
            case SizeRule.Signed() when keys.isPresent() -> new SizePolicy.Signed(keys.get());
            case SizeRule.Signed() -> {
                reader.mistake(Known.SIZES.name() + " is 'signed', but " + Known.SIGNING_KEYS.name()
                        + " is not set: give it keys as id:hex,id:hex");
                yield new SizePolicy.Listed(Set.of());
            }
        };
    }

    private static LegacyRule legacy(SettingReader reader, Optional<CouchAddress> couch, Optional<S3Config> s3) {
        Optional<LegacyRule> said = reader.read(Known.LEGACY_COUCH);
        if (said.isPresent() && couch.isEmpty()) {
            reader.mistake(Known.LEGACY_COUCH.name() + " is set, but " + Known.COUCH_SERVER.name() + " is not");
        }
        if (said.filter(LegacyRule.DELETE::equals).isPresent() && s3.isEmpty()) {
            reader.mistake(Known.LEGACY_COUCH.name() + " is 'delete', but " + Known.BUCKET.name()
                    + " is not set: the only originals would lie on this machine");
        }
        return said.orElse(LegacyRule.KEEP);
    }

    private static CatalogRule catalog(SettingReader reader, Optional<CouchAddress> couch) {
        Duration timeout = reader.read(Known.COUCH_TIMEOUT).orElse(COUCH_TIMEOUT);
        Optional<String> said = reader.read(Known.CATALOG);
        if (said.filter("couch"::equals).isPresent() && couch.isEmpty()) {
            reader.mistake(Known.CATALOG.name() + " is 'couch', but " + Known.COUCH_SERVER.name() + " is not set");
        }
        return said.filter("embedded"::equals).isPresent() || couch.isEmpty()
                ? new CatalogRule.Embedded()
                : new CatalogRule.Couch(couch.get(), timeout);
    }
}
