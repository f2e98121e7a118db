package org.huimages.shop;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/// Paints something turned on a potter's wheel, for each number another one.
final class ProductPicture {
    private static final int EDGE = 900;
    private static final int RINGS = 6;

    private final Random random;
    private final BufferedImage image;
    private final Graphics2D pen;

    private ProductPicture(int number) {
        random = new Random(number * 7919L);
        image = new BufferedImage(EDGE - number % 5 * 60, EDGE - (number + 2) % 4 * 80, BufferedImage.TYPE_INT_RGB);
        pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    /// A JPEG, always the same for a number.
    static byte[] jpeg(int number) {
        ProductPicture picture = new ProductPicture(number);
        picture.background();
        picture.thing();
        picture.pen.dispose();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture.image, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void background() {
        float hue = random.nextFloat();
        Color above = Color.getHSBColor(hue, 0.12f, 0.97f);
        Color below = Color.getHSBColor(hue, 0.25f, 0.75f);
        pen.setPaint(new GradientPaint(0, 0, above, 0, image.getHeight(), below));
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    }

    /// Its outline to the left, and the same to the right.
    private void thing() {
        double[] radii = random.doubles(RINGS, 0.08, 0.36).toArray();
        Path2D outline = new Path2D.Double();
        outline.moveTo(x(-radii[0]), y(0));
        for (int ring = 1; ring < RINGS; ring++) {
            curve(outline, -radii[ring - 1], -radii[ring], ring, 1);
        }
        outline.lineTo(x(radii[RINGS - 1]), y(RINGS - 1));
        for (int ring = RINGS - 2; ring >= 0; ring--) {
            curve(outline, radii[ring + 1], radii[ring], ring, -1);
        }
        outline.closePath();
        float hue = random.nextFloat();
        Color light = Color.getHSBColor(hue, 0.55f, 0.95f);
        Color dark = Color.getHSBColor(hue, 0.85f, 0.40f);
        pen.setPaint(new GradientPaint((float) x(-0.2), 0, light, (float) x(0.35), 0, dark));
        pen.fill(outline);
    }

    private void curve(Path2D outline, double from, double to, int ring, int direction) {
        double half = direction * 0.5;
        outline.curveTo(x(from), y(ring - half), x(to), y(ring - half), x(to), y(ring));
    }

    private double x(double radius) {
        return image.getWidth() * (0.5 + radius);
    }

    private double y(double ring) {
        return image.getHeight() * (0.12 + 0.78 * ring / (RINGS - 1));
    }
}
