package org.huimages.webapp.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.huimages.catalog.Audience;
import org.huimages.keeper.MinFree;
import org.huimages.original.Verify;
import org.huimages.store.couch.CouchAddress;
import org.huimages.store.legacy.LegacyRule;
import org.huimages.url.SigningKeys;

/// Every setting that there is, in the order of the manual.
final class Known {
    /// As long as WebP can have it; JPEG can have more.
    private static final int LONGEST_EDGE = 16_383;

    static final Setting<Path> DATA = Setting.of(
            "HUIMAGES_DATA",
            Forms.PATH,
            "folder for `originals`, `catalog`, `spool` and, if not elsewhere, `cache`; absolute. One server owns it"
                    + " at a time",
            "`$CATALINA_BASE/huimages/<context name>`");

    static final Setting<Path> CACHE = Setting.of(
            "HUIMAGES_CACHE",
            Forms.PATH,
            "folder for finished files, empty or made by huImages; absolute. Any file in it may be deleted at any time",
            "`$HUIMAGES_DATA/cache`");

    static final Setting<Long> CACHE_MAX = Setting.of(
            "HUIMAGES_CACHE_MAX",
            Forms.BYTES,
            "what finished files may take, in blocks of the disk, folders included; those unused for longest go",
            "`20GB`");

    static final Setting<MinFree> CACHE_MIN_FREE = Setting.of(
            "HUIMAGES_CACHE_MIN_FREE",
            Forms.MIN_FREE,
            "what the cache leaves free of its disk: a share (`5%`, of inodes too) or an amount (`10GB`, and 1% of"
                    + " inodes)",
            "`5%`");

    static final Setting<URI> PUBLIC_URL = Setting.of(
            "IMAGESERVERURL",
            Forms.URL,
            "what addresses of pictures begin with, in the API's answers, the context path included",
            "the request's own");

    static final Setting<Set<String>> HOSTS = Setting.of(
            "HUIMAGES_HOSTS",
            Forms.HOSTS,
            "host names that requests for API and pages may be sent to, with commas between; that of `IMAGESERVERURL`"
                    + " and those of this machine for itself are always among them, everything else is 400",
            "any");

    static final Setting<String> PICTURE_HOST = Setting.of(
            "HUIMAGES_PICTURE_HOST",
            Forms.HOST,
            "host name that is for pictures alone: under it `/api`, `/browser` and `/metrics` are 404",
            "none");

    static final Setting<String> CLUSTER = Setting.of(
            "HUIMAGES_CLUSTER",
            Forms.TWO_DIGITS,
            "two digits that end the IDs given here; others are not served: choose it before the first upload",
            "`01`");

    static final Setting<CouchAddress> COUCH_SERVER = Setting.of(
                    "HUIMAGESCOUCHSERVER",
                    Forms.COUCH_SERVER,
                    "CouchDB with the databases `huimages` and `huimages_meta`, which are made when missing:"
                            + " `http://user:password@host:5984` (reserved characters of the password as `%xx`). The"
                            + " certificate of an https address has to be one that Java trusts",
                    "none")
            .alias("COUCHSERVER");

    static final Setting<String> CATALOG = Setting.of(
            "HUIMAGES_CATALOG",
            Forms.CATALOG,
            "where metadata is kept: `embedded`, in `HUIMAGES_DATA`, or `couch`",
            "`couch` if `HUIMAGESCOUCHSERVER` is set, else `embedded`");

    static final Setting<Duration> COUCH_TIMEOUT = Setting.of(
            "HUIMAGES_COUCH_TIMEOUT", Forms.DURATION, "for one answer of CouchDB; then callers get 503", "`1500ms`");

    static final Setting<LegacyRule> LEGACY_COUCH = Setting.of(
            "HUIMAGES_LEGACY_COUCH",
            Forms.LEGACY,
            "what becomes of originals that older systems attached to documents in CouchDB, when one is needed first:"
                    + " `keep` copies it to where originals lie, `delete` moves it there (needs `HUIMAGES3BUCKET`), `off`"
                    + " does not look for it",
            "`keep`");

    static final Setting<Boolean> READ_ONLY = Setting.of(
            "HUIMAGES_READ_ONLY",
            Forms.YES_OR_NO,
            "`true` serves everything and changes nothing in any store: for trying an upgrade out; see [The way from"
                    + " an older system](#the-way-from-an-older-system)",
            "`false`");

    static final Setting<Long> MAX_BYTES = Setting.of(
            "HUIMAGES_MAX_BYTES",
            Forms.BYTES,
            "one file of an upload (`64MB`, `500kB`; a number alone is bytes, 1 kB is 1024)",
            "`64MB`");

    static final Setting<Long> MAX_PIXELS =
            Setting.of("HUIMAGES_MAX_PIXELS", Forms.COUNT, "pixels of an original, by its header", "`100000000`");

    static final Setting<Integer> MAX_EDGE = Setting.of(
            "HUIMAGES_MAX_EDGE",
            Forms.upTo(LONGEST_EDGE),
            "longest edge that may be asked for, in pixels, " + LONGEST_EDGE + " at most",
            "`4096`");

    static final Setting<SizeRule> SIZES = Setting.of(
            "HUIMAGES_SIZES", Forms.SIZES, "which renditions may be made: `open`, `list:...`, `signed`", "`open`");

    static final Setting<SigningKeys> SIGNING_KEYS = Setting.of(
            "HUIMAGES_SIGNING_KEYS",
            Forms.SIGNING_KEYS,
            "keys whose signatures count: `id:hex,id:hex`, the first one signs",
            "none");

    static final Setting<Integer> RENDER_THREADS = Setting.of(
            "HUIMAGES_RENDER_THREADS", Forms.upTo(Integer.MAX_VALUE), "pictures worked on at once", "number of cores");

    static final Setting<Long> RENDER_MEMORY = Setting.of(
            "HUIMAGES_RENDER_MEMORY",
            Forms.BYTES,
            "what they may take together, estimated; a picture that needs more is made alone",
            "`256MB`");

    static final Setting<Duration> RENDER_TIMEOUT = Setting.of(
            "HUIMAGES_RENDER_TIMEOUT", Forms.DURATION, "for one rendition, waiting included (`10s`, `500ms`)", "`10s`");

    static final Setting<Boolean> PYRAMID = Setting.of(
            "HUIMAGES_PYRAMID",
            Forms.YES_OR_NO,
            "whether smaller copies of photographs are kept in the cache, and in S3, to make renditions from",
            "`true`");

    static final Setting<Boolean> AVIF = Setting.of(
            "HUIMAGES_AVIF",
            Forms.YES_OR_NO,
            "whether an AVIF is made behind each JPEG and WebP, while there is nothing else to do",
            "`true`");

    static final Setting<Long> TRASH_DAYS = Setting.of(
            "HUIMAGES_TRASH_DAYS",
            Forms.COUNT,
            "how many days a deleted picture can be restored; then it is erased",
            "`30`");

    static final Setting<Audience> BROWSE = Setting.of(
            "HUIMAGES_BROWSE",
            Forms.AUDIENCE,
            "who may see which pictures there are: `readers` (role `huimages-reader`), or `public`, which is anyone,"
                    + " but for private pictures",
            "`readers`");

    static final Setting<String> BUCKET = new Setting<>(
            "HUIMAGES3BUCKET",
            List.of("S3BUCKET", "HUIMAGESS3BUCKET"),
            Forms.BUCKET,
            "the bucket where originals lie; see [Originals in S3](#originals-in-s3)",
            "none: files in `$HUIMAGES_DATA/originals`");

    static final Setting<String> ACCESS_KEY = Setting.of(
            "AWS_ACCESS_KEY_ID",
            Forms.KEY,
            "key for the bucket",
            "what Amazon's SDK finds: profile, container, machine");

    static final Setting<String> SECRET_KEY =
            Setting.of("AWS_SECRET_ACCESS_KEY", Forms.KEY, "the secret of this key", "the same");

    static final Setting<String> SESSION_TOKEN =
            Setting.of("AWS_SESSION_TOKEN", Forms.KEY, "its token, if it is one for a limited time", "none");

    static final Setting<URI> S3_ENDPOINT = Setting.of(
            "HUIMAGES_S3_ENDPOINT", Forms.URL, "another server that speaks S3: `https://s3.example.net`", "Amazon");

    static final Setting<Boolean> S3_PATH_STYLE = Setting.of(
            "HUIMAGES_S3_PATH_STYLE",
            Forms.YES_OR_NO,
            "whether the bucket stands in the path instead of in the name of the host",
            "`true` with `HUIMAGES_S3_ENDPOINT`, else where TLS needs it");

    static final Setting<Verify> VERIFY = Setting.of(
            "HUIMAGES_VERIFY",
            Forms.VERIFY,
            "what happens to an original that comes from S3 with other bytes than its ID says: `strict` is 502, `warn`"
                    + " serves it and writes it to the log",
            "`strict`");

    static final Setting<Path> LIBVIPS = Setting.of(
            "HUIMAGES_LIBVIPS",
            Forms.PATH,
            "a libvips to take instead of the bundled one",
            "bundled, else the system's");

    static final Setting<Boolean> STRICT = Setting.of(
            "HUIMAGES_STRICT",
            Forms.YES_OR_NO,
            "whether an unknown name that begins with `HUIMAGES` stops the start; with `false` it is a warning",
            "`true`");

    static final List<Setting<?>> ALL = List.of(
            DATA,
            CACHE,
            CACHE_MAX,
            CACHE_MIN_FREE,
            PUBLIC_URL,
            HOSTS,
            PICTURE_HOST,
            CLUSTER,
            COUCH_SERVER,
            CATALOG,
            COUCH_TIMEOUT,
            LEGACY_COUCH,
            READ_ONLY,
            MAX_BYTES,
            MAX_PIXELS,
            MAX_EDGE,
            SIZES,
            SIGNING_KEYS,
            RENDER_THREADS,
            RENDER_MEMORY,
            RENDER_TIMEOUT,
            PYRAMID,
            AVIF,
            TRASH_DAYS,
            BROWSE,
            BUCKET,
            ACCESS_KEY,
            SECRET_KEY,
            SESSION_TOKEN,
            S3_ENDPOINT,
            S3_PATH_STYLE,
            VERIFY,
            LIBVIPS,
            STRICT);

    private Known() {}
}
