package org.huimages.testkit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.huimages.url.Dimensions;

/// Pictures that are hard to scale well, each in its own way; made by code like those of [PictureMaker].
public final class GoldenPictures {
    private static final Color HIDDEN = new Color(0, 255, 0, 0);

    private GoldenPictures() {}

    /// Structure of every size, as much of each as nature has: coarse and fine octaves are equally strong.
    public static Pixels texture(Dimensions size, long seed) {
        Random random = new Random(seed);
        float[] light = Cloud.of(size, random);
        float[] warmth = Cloud.of(size, random);
        int[] argb = new int[light.length];
        for (int at = 0; at < argb.length; at++) {
            float warm = warmth[at] * 0.4f;
            argb[at] = rgb(128 + light[at] + warm, 120 + light[at], 112 + light[at] - warm);
        }
        return new Pixels(size.width(), size.height(), argb);
    }

    /// Every colour glides into every other, without a step.
    public static Pixels gradient(Dimensions size) {
        int[] argb = new int[(int) size.pixels()];
        for (int y = 0; y < size.height(); y++) {
            float down = (float) y / size.height();
            for (int x = 0; x < size.width(); x++) {
                float across = (float) x / size.width();
                float both = 127.5f + 127.5f * (float) Math.cos(Math.PI * (across + down));
                argb[y * size.width() + x] = rgb(255 * across, 255 * down, both);
            }
        }
        return new Pixels(size.width(), size.height(), argb);
    }

    private static int rgb(float red, float green, float blue) {
        return 0xFF000000 | sample(red) << 16 | sample(green) << 8 | sample(blue);
    }

    private static int sample(float value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    /// A page of small letters, 9 to 33 pixels high.
    public static Pixels text(Dimensions size, Color paper, Color ink, long seed) {
        BufferedImage page = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = smooth(page);
        graphics.setColor(paper);
        graphics.fillRect(0, 0, size.width(), size.height());
        graphics.setColor(ink);
        Random random = new Random(seed);
        double top = 10;
        for (int line = 0; top < size.height(); line++) {
            int height = 9 + line % 5 * 6;
            line(graphics, random, size.width(), top, height);
            top += height * 1.7;
        }
        graphics.dispose();
        return Pixels.of(page);
    }

    private static void line(Graphics2D graphics, Random random, int width, double top, int height) {
        String letters = StrokeFont.letters() + "    ";
        Path2D path = new Path2D.Double();
        double advance = height * StrokeFont.ADVANCE / 6;
        for (double left = 10; left < width; left += advance) {
            StrokeFont.add(path, letters.charAt(random.nextInt(letters.length())), left, top, height);
        }
        graphics.setStroke(new BasicStroke(height / 8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
    }

    /// Balls with soft edges, rings and letters on nothing. What is not to be seen is green: it must not
    /// show.
    public static Pixels softEdges(Dimensions size, long seed) {
        Pixels letters = text(size, HIDDEN, new Color(20, 20, 120), seed);
        BufferedImage image =
                letters.map(argb -> argb >>> 24 == 0 ? HIDDEN.getRGB() : argb).image();
        Graphics2D graphics = smooth(image);
        Random random = new Random(seed);
        for (int ball = 0; ball < 60; ball++) {
            ball(graphics, random, size);
        }
        graphics.dispose();
        return Pixels.of(image).map(argb -> argb >>> 24 == 0 ? HIDDEN.getRGB() : argb);
    }

    private static void ball(Graphics2D graphics, Random random, Dimensions size) {
        int radius = 4 + random.nextInt(size.height() / 6);
        int x = random.nextInt(size.width());
        int y = random.nextInt(size.height());
        Color core = new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256), 220);
        Color rim = new Color(core.getRed(), core.getGreen(), core.getBlue(), 0);
        Ellipse2D circle = new Ellipse2D.Double(x - radius, y - radius, 2.0 * radius, 2.0 * radius);
        graphics.setPaint(new RadialGradientPaint(x, y, radius, new float[] {0.3f, 1}, new Color[] {core, rim}));
        graphics.fill(circle);
        graphics.setPaint(core.darker());
        graphics.draw(circle);
    }

    private static Graphics2D smooth(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }
}
