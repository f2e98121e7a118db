package org.huimages.testkit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.huimages.header.Orientation;

/// Makes test pictures by code, so that none has to be stored. Each seed gives another picture, always the same.
public final class PictureMaker {
    private static final float QUALITY = 0.9f;

    private PictureMaker() {}

    /// A picture like a photograph: sky, soft shapes, edges and some noise.
    public static BufferedImage photo(int width, int height, long seed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(
                new java.awt.GradientPaint(0, 0, new Color(90, 140, 210), 0, height, new Color(220, 210, 180)));
        graphics.fillRect(0, 0, width, height);
        for (int shape = 0; shape < 40; shape++) {
            shape(graphics, random, width, height);
        }
        graphics.dispose();
        addNoise(image, random);
        return image;
    }

    /// Each pixel another colour: the most work for an encoder.
    public static BufferedImage noise(int width, int height, long seed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        Arrays.setAll(((DataBufferInt) image.getRaster().getDataBuffer()).getData(), at -> random.nextInt());
        return image;
    }

    private static void shape(Graphics2D graphics, Random random, int width, int height) {
        graphics.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256), 140));
        int w = 1 + random.nextInt(Math.max(1, width / 3));
        int h = 1 + random.nextInt(Math.max(1, height / 3));
        if (random.nextBoolean()) {
            graphics.fillOval(random.nextInt(width), random.nextInt(height), w, h);
        } else {
            graphics.fillRect(random.nextInt(width), random.nextInt(height), w, h);
        }
    }

    private static void addNoise(BufferedImage image, Random random) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int at = 0; at < pixels.length; at++) {
            pixels[at] = brighter(pixels[at], random.nextInt(9) - 4);
        }
    }

    private static int brighter(int rgb, int by) {
        int red = Math.clamp((rgb >> 16 & 0xff) + by, 0, 255);
        int green = Math.clamp((rgb >> 8 & 0xff) + by, 0, 255);
        int blue = Math.clamp((rgb & 0xff) + by, 0, 255);
        return red << 16 | green << 8 | blue;
    }

    /// Four quarters: red, green over blue, white, so that every turning and mirroring can be told.
    public static BufferedImage quarters(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Color[] colors = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, colors[(y * 2 / height) * 2 + x * 2 / width].getRGB());
            }
        }
        return image;
    }

    /// What a camera would store, held so that `upright` needs this orientation to be seen as it is.
    public static BufferedImage asStored(BufferedImage upright, Orientation orientation) {
        boolean swaps = orientation.swapsAxes();
        int width = swaps ? upright.getHeight() : upright.getWidth();
        int height = swaps ? upright.getWidth() : upright.getHeight();
        BufferedImage stored = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                stored.setRGB(x, y, storedPixel(upright, orientation, x, y, width, height));
            }
        }
        return stored;
    }

    /// Where the pixel at (x, y) of the stored picture, W by H, is to be seen: by the names of EXIF 2.32 for row
    /// 0 and column 0, written out one by one so that this does not share a mistake with what it tests.
    private static int storedPixel(BufferedImage upright, Orientation orientation, int x, int y, int w, int h) {
        return switch (orientation.exif()) {
            case 1 -> upright.getRGB(x, y); // row 0 is top, column 0 is left
            case 2 -> upright.getRGB(w - 1 - x, y); // top, right
            case 3 -> upright.getRGB(w - 1 - x, h - 1 - y); // bottom, right
            case 4 -> upright.getRGB(x, h - 1 - y); // bottom, left
            case 5 -> upright.getRGB(y, x); // left, top
            case 6 -> upright.getRGB(h - 1 - y, x); // right, top
            case 7 -> upright.getRGB(h - 1 - y, w - 1 - x); // right, bottom
            default -> upright.getRGB(y, w - 1 - x); // left, bottom
        };
    }

    /// A baseline JPEG without EXIF.
    public static byte[] jpeg(BufferedImage image) {
        return jpeg(image, false);
    }

    public static byte[] progressiveJpeg(BufferedImage image) {
        return jpeg(image, true);
    }

    private static byte[] jpeg(BufferedImage image, boolean progressive) {
        return write("jpeg", new IIOImage(image, null, null), parameters -> {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            parameters.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        });
    }

    /// A JPEG with these components as they are.
    static byte[] jpeg(Raster components) {
        return write("jpeg", new IIOImage(components, null, null), parameters -> {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
        });
    }

    private static byte[] write(String format, IIOImage image, Consumer<ImageWriteParam> setting) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            setting.accept(parameters);
            writer.setOutput(out);
            writer.write(null, image, parameters);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /// The JPEG of a picture stored with this orientation, with the EXIF segment that says so.
    public static byte[] jpeg(BufferedImage upright, Orientation orientation) {
        return JpegSegments.insert(jpeg(asStored(upright, orientation)), JpegSegments.exif(orientation.exif()));
    }

    /// A PNG, which is no JPEG.
    public static byte[] png(BufferedImage image) {
        return write("png", new IIOImage(image, null, null), asUsual -> {});
    }

    /// A PNG whose rows come in seven passes.
    public static byte[] interlacedPng(BufferedImage image) {
        return write(
                "png",
                new IIOImage(image, null, null),
                parameters -> parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT));
    }

    /// A GIF of at most 256 colours.
    public static byte[] gif(BufferedImage image) {
        return write("gif", new IIOImage(image, null, null), asUsual -> {});
    }
}
