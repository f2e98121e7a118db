package org.huimages.testkit;

/// A colour as CIE XYZ under D50, where colour profiles meet.
public record Xyz(double x, double y, double z) {
    static final Xyz WHITE = new Xyz(0.96420, 1, 0.82491);

    /// A colour of CIE 1976 L*a*b*.
    static Xyz ofLab(double lightness, double a, double b) {
        double y = (lightness + 16) / 116;
        return new Xyz(
                WHITE.x * uncompressed(y + a / 500), WHITE.y * uncompressed(y), WHITE.z * uncompressed(y - b / 200));
    }

    private static double uncompressed(double value) {
        return value > 6.0 / 29 ? value * value * value : (value - 4.0 / 29) * 108 / 841;
    }

    Xyz times(double factor) {
        return new Xyz(x * factor, y * factor, z * factor);
    }

    Xyz plus(Xyz other) {
        return new Xyz(x + other.x, y + other.y, z + other.z);
    }

    /// Its nearest neighbour in sRGB, without alpha. The matrix is the inverse of that of sRGB, adapted to
    /// D50.
    int srgb() {
        return encoded(3.13386 * x - 1.61687 * y - 0.49061 * z) << 16
                | encoded(-0.97877 * x + 1.91614 * y + 0.03345 * z) << 8
                | encoded(0.07195 * x - 0.22899 * y + 1.40524 * z);
    }

    /// IEC 61966-2-1.
    private static int encoded(double light) {
        double kept = Math.clamp(light, 0, 1);
        double value = kept <= 0.0031308 ? 12.92 * kept : 1.055 * Math.pow(kept, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * value);
    }
}
