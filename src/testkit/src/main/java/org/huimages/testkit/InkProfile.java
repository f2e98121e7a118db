package org.huimages.testkit;

import java.util.stream.IntStream;

/// A profile of four inks such as nobody prints with: cyan looks red, magenta green, yellow blue. Who does
/// not go by it shows other colours.
public final class InkProfile {
    private static final int INKS = 4;
    private static final int CYAN = 8;
    private static final int MAGENTA = 4;
    private static final int YELLOW = 2;
    private static final int BLACK = 1;

    /// What an ink adds to L*, a* and b* of what is there.
    private static final int[][] STEPS = {{-40, 60, 45}, {-25, -60, 50}, {-55, 45, -80}, {-85, 0, 0}};

    private InkProfile() {}

    public static byte[] file() {
        byte[] corners = new byte[(1 << INKS) * 3];
        for (int corner = 0; corner < 1 << INKS; corner++) {
            int[] lab = lab(corner);
            corners[corner * 3] = (byte) Math.round(lab[0] * 2.55f);
            corners[corner * 3 + 1] = (byte) (lab[1] + 128);
            corners[corner * 3 + 2] = (byte) (lab[2] + 128);
        }
        byte[] table = IccFile.lab(corners);
        return new IccFile("Inks of another world")
                .with("A2B0", table)
                .with("A2B1", table)
                .bytes("prtrCMYKLab ");
    }

    /// What the patches of [InkPicture#patches] look like, in sRGB.
    public static int[] patches() {
        return IntStream.of(0, CYAN, MAGENTA, YELLOW, BLACK, MAGENTA + YELLOW, CYAN + YELLOW, CYAN + MAGENTA)
                .map(InkProfile::srgb)
                .toArray();
    }

    private static int srgb(int corner) {
        int[] lab = lab(corner);
        return Xyz.ofLab(lab[0], lab[1], lab[2]).srgb();
    }

    private static int[] lab(int corner) {
        int[] lab = {100, 0, 0};
        for (int ink = 0; ink < INKS; ink++) {
            if ((corner >> (INKS - 1 - ink) & 1) == 1) {
                lab[0] = Math.max(0, lab[0] + STEPS[ink][0]);
                lab[1] = Math.clamp(lab[1] + STEPS[ink][1], -128, 127);
                lab[2] = Math.clamp(lab[2] + STEPS[ink][2], -128, 127);
            }
        }
        return lab;
    }
}
