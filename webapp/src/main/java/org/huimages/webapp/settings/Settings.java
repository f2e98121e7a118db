package org.huimages.webapp.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.huimages.pixel.RenderLimits;
import org.huimages.rendition.SizePolicy;

/// Everything that can be configured, checked.
///
/// @param data `HUIMAGES_DATA`: originals, catalog, spool; also the cache, if that is not elsewhere
/// @param cache `HUIMAGES_CACHE`: finished renditions
/// @param publicUrl `IMAGESERVERURL`: what addresses of pictures begin with; the request's own if not set
/// @param cluster `HUIMAGES_CLUSTER`: the two digits that end the IDs given here
/// @param libvips `HUIMAGES_LIBVIPS`: the library to take instead of the bundled one
/// @param maxBytes `HUIMAGES_MAX_BYTES`: of one upload
/// @param maxPixels `HUIMAGES_MAX_PIXELS`: of an original
/// @param maxEdge `HUIMAGES_MAX_EDGE`: of a rendition, in pixels
/// @param renderThreads `HUIMAGES_RENDER_THREADS`: pictures worked on at once
/// @param renderMemory `HUIMAGES_RENDER_MEMORY`: what the pictures worked on at once may take together, in bytes
/// @param renderTimeout `HUIMAGES_RENDER_TIMEOUT`: for one rendition, waiting included
/// @param sizes `HUIMAGES_SIZES` and `HUIMAGES_SIGNING_KEYS`: which renditions may be made
public record Settings(
        Path data,
        Path cache,
        Optional<URI> publicUrl,
        String cluster,
        Optional<Path> libvips,
        long maxBytes,
        long maxPixels,
        int maxEdge,
        int renderThreads,
        long renderMemory,
        Duration renderTimeout,
        SizePolicy sizes) {

    /// As long as WebP can have it; JPEG can have more.
    private static final int LONGEST_EDGE = 16_383;

    /// Reads and checks the settings.
    ///
    /// @param defaultData what `HUIMAGES_DATA` is where nothing is said
    /// @throws org.huimages.failure.SetupException naming each wrong or unknown setting
    public static Settings read(SettingSource source, Path defaultData) {
        SettingReader reader = new SettingReader(source);
        Path data = reader.path("HUIMAGES_DATA").orElse(defaultData);
        Settings settings = new Settings(
                data,
                reader.path("HUIMAGES_CACHE").orElse(data.resolve("cache")),
                reader.url("IMAGESERVERURL"),
                reader.matching("HUIMAGES_CLUSTER", "[0-9]{2}", "two digits").orElse("01"),
                reader.path("HUIMAGES_LIBVIPS"),
                reader.bytes("HUIMAGES_MAX_BYTES").orElse(64L << 20),
                reader.count("HUIMAGES_MAX_PIXELS").orElse(100_000_000L),
                reader.upTo(LONGEST_EDGE, "HUIMAGES_MAX_EDGE").orElse(4096),
                reader.upTo(Integer.MAX_VALUE, "HUIMAGES_RENDER_THREADS")
                        .orElse(Runtime.getRuntime().availableProcessors()),
                reader.bytes("HUIMAGES_RENDER_MEMORY").orElse(RenderLimits.MEMORY),
                reader.duration("HUIMAGES_RENDER_TIMEOUT").orElse(Duration.ofSeconds(10)),
                reader.sizePolicy("HUIMAGES_SIZES", reader.signingKeys("HUIMAGES_SIGNING_KEYS")));
        reader.finish();
        return settings;
    }
}
