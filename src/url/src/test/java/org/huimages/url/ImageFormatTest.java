package org.huimages.url;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFormatTest {
    @ParameterizedTest
    @CsvSource({
        "JPEG, image/jpeg, jpeg",
        "WEBP, image/webp, webp",
        "AVIF, image/avif, avif",
        "PNG,  image/png,  png",
        "GIF,  image/gif,  gif",
        "HEIC, image/heic, heic",
        "TIFF, image/tiff, tiff",
        "BMP,  image/bmp,  bmp",
        "OTHER, application/octet-stream, bin"
    })
    void hasItsMediaTypeAndPlainExtension(ImageFormat format, String mediaType, String extension) {
        assertEquals(mediaType, format.mediaType());
        assertEquals(extension, format.extension());
        assertEquals(Optional.of(format), ImageFormat.ofMediaType(mediaType));
        assertEquals(extension, Extension.of(format).text());
    }

    @Test
    void mediaTypesMayBeWrittenAsHeadersHaveThem() {
        assertEquals(Optional.of(ImageFormat.JPEG), ImageFormat.ofMediaType("Image/JPEG ; q=0.8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "image/", "jpeg", "image/svg+xml", "image/*", "text/html; a=image/jpeg"})
    void otherMediaTypesAreNoFormat(String mediaType) {
        assertEquals(Optional.empty(), ImageFormat.ofMediaType(mediaType));
    }

    @Test
    void fourFormatsAreRendered() {
        Set<ImageFormat> renderable = Arrays.stream(ImageFormat.values())
                .filter(ImageFormat::renderable)
                .collect(Collectors.toSet());
        assertEquals(EnumSet.of(ImageFormat.JPEG, ImageFormat.WEBP, ImageFormat.AVIF, ImageFormat.PNG), renderable);
    }

    @ParameterizedTest
    @EnumSource
    void extensionsParseTheirOwnText(Extension extension) {
        assertEquals(Optional.of(extension), Extension.parse(extension.text()));
    }

    @Test
    void onlyJpegHasTwoPlainExtensions() {
        assertEquals(ImageFormat.JPEG, Extension.JPG.format());
        var others = EnumSet.complementOf(EnumSet.of(Extension.JPG));
        assertEquals(
                List.of(ImageFormat.values()),
                others.stream().map(Extension::format).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "JPEG", "Jpg", "jpe", "tif", "heif", ".jpeg", "jpeg ", "php"})
    void otherExtensionsAreNotPlain(String text) {
        assertEquals(Optional.empty(), Extension.parse(text));
    }
}
