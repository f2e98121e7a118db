package org.huimages.testkit;

/// A colour profile of the simplest kind, a matrix and a gamma: as the file that goes into a picture, and as
/// the arithmetic that it stands for.
///
/// @param name what it calls itself
/// @param gamma of all three channels
/// @param red where full red lies
/// @param green where full green lies
/// @param blue where full blue lies
public record MatrixProfile(String name, double gamma, Xyz red, Xyz green, Xyz blue) {
    /// Adobe RGB (1998), adapted to D50: section 4.3.4 of its specification.
    public static final MatrixProfile ADOBE = new MatrixProfile(
            "Like Adobe RGB",
            563 / 256.0,
            new Xyz(0.60974, 0.31111, 0.01947),
            new Xyz(0.20528, 0.62567, 0.06087),
            new Xyz(0.14919, 0.06322, 0.74457));

    /// The colours of sRGB with light itself for a number: not to be mistaken for sRGB, whatever it is
    /// called.
    public static final MatrixProfile LINEAR = new MatrixProfile(
            "linear sRGB",
            1,
            new Xyz(0.43607, 0.22249, 0.01392),
            new Xyz(0.38515, 0.71687, 0.09708),
            new Xyz(0.14307, 0.06061, 0.71410));

    /// What a pixel of a picture with this profile is in sRGB, as near as that has it.
    public int toSrgb(int argb) {
        Xyz seen =
                red.times(light(argb >> 16)).plus(green.times(light(argb >> 8))).plus(blue.times(light(argb)));
        return (argb & 0xFF000000) | seen.srgb();
    }

    private double light(int sample) {
        return Math.pow((sample & 0xff) / 255.0, gamma);
    }

    /// Its curve alone, for a picture of one channel.
    public byte[] grayFile() {
        return new IccFile(name).with("kTRC", IccFile.curve(gamma)).bytes("mntrGRAYXYZ ");
    }

    public byte[] file() {
        return new IccFile(name)
                .with("rXYZ", IccFile.xyz(red))
                .with("gXYZ", IccFile.xyz(green))
                .with("bXYZ", IccFile.xyz(blue))
                .with("rTRC", IccFile.curve(gamma))
                .with("gTRC", IccFile.curve(gamma))
                .with("bTRC", IccFile.curve(gamma))
                .bytes("mntrRGB XYZ ");
    }
}
