package org.huimages.it;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/// Paints hills in the evening, or in the morning: pictures for people to look at, each another one.
final class Landscape {
    private static final int RIDGES = 6;
    private static final int OCTAVES = 6;

    private final Random random;
    private final BufferedImage image;
    private final Graphics2D pen;
    private final float hue;

    private Landscape(int width, int height, long seed) {
        random = new Random(seed * 7919);
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        hue = random.nextFloat();
    }

    static BufferedImage of(int width, int height, long seed) {
        Landscape landscape = new Landscape(width, height, seed);
        landscape.sky();
        landscape.sun();
        for (int ridge = 0; ridge < RIDGES; ridge++) {
            landscape.ridge(ridge);
        }
        landscape.pen.dispose();
        return landscape.image;
    }

    private void sky() {
        Color above = Color.getHSBColor(hue, 0.55f, 0.55f + random.nextFloat() * 0.35f);
        Color below = Color.getHSBColor(hue + 0.08f, 0.18f, 0.98f);
        pen.setPaint(new GradientPaint(0, 0, above, 0, image.getHeight() * 0.7f, below));
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    }

    private void sun() {
        float x = image.getWidth() * (0.15f + random.nextFloat() * 0.7f);
        float y = image.getHeight() * (0.2f + random.nextFloat() * 0.3f);
        float glow = image.getHeight() * 0.55f;
        Color light = Color.getHSBColor(hue + 0.1f, 0.15f, 1f);
        Color none = new Color(light.getRed(), light.getGreen(), light.getBlue(), 0);
        pen.setPaint(new RadialGradientPaint(x, y, glow, new float[] {0, 0.12f, 0.14f, 1}, new Color[] {
            Color.WHITE, light, new Color(light.getRed(), light.getGreen(), light.getBlue(), 110), none
        }));
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    }

    /// The nearer, the darker and the more saturated.
    private void ridge(int number) {
        float near = (number + 1f) / RIDGES;
        int base = Math.round(image.getHeight() * (0.42f + near * 0.5f));
        double[] phases = random.doubles(OCTAVES, 0, Math.PI * 2).toArray();
        double rough = 0.10 + random.nextDouble() * 0.12;
        Polygon hills = new Polygon();
        hills.addPoint(0, image.getHeight());
        for (int x = 0; x <= image.getWidth(); x += 2) {
            hills.addPoint(x, base - height((double) x / image.getHeight(), phases, rough * (1.3 - near)));
        }
        hills.addPoint(image.getWidth(), image.getHeight());
        Color top = Color.getHSBColor(hue + 0.04f * near, 0.2f + 0.5f * near, 0.85f - 0.68f * near);
        Color foot = Color.getHSBColor(hue + 0.06f, 0.15f + 0.3f * near, Math.min(1f, 1.05f - 0.6f * near));
        pen.setPaint(
                new GradientPaint(0, base - image.getHeight() * 0.12f, top, 0, base + image.getHeight() * 0.35f, foot));
        pen.fillPolygon(hills);
    }

    private int height(double x, double[] phases, double rough) {
        double sum = 0;
        for (int octave = 0; octave < phases.length; octave++) {
            double pitch = Math.scalb(1.6, octave);
            sum += Math.sin(x * pitch + phases[octave]) / Math.pow(pitch, 1.05);
        }
        return (int) Math.round(sum * rough * image.getHeight());
    }
}
