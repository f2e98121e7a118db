package org.huimages.vips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.huimages.vips.FileScaler.Edge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileScalerTest {
    @Test
    void whatTheDecoderShrinksEvenlyIsNotExtended() {
        assertEquals(new Edge(504, 240), Edge.of(4032, 8, 240));
        assertEquals(new Edge(1650, 801), Edge.of(3300, 2, 801));
    }

    /// 1919 columns become 479 and three quarters, of which 479 are there.
    @Test
    void aBrokenPixelIsMadeWhole() {
        Edge edge = Edge.of(1919, 4, 225);
        assertEquals(479.75 / 225, (double) edge.from() / edge.to(), 0.0001);
    }

    /// Never less than is asked for, and never less than the decoder gives, which would have to be cut.
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void theEndOfThePictureIsHardlyMoved(int shrink) {
        double sum = 0;
        int count = 0;
        for (int target = 20; target < 400; target += 7) {
            for (int whole = target * shrink * 2; whole < target * shrink * 4; whole += 13) {
                Edge edge = Edge.of(whole, shrink, target);
                assertTrue(edge.to() >= target && edge.from() >= whole / shrink, edge::toString);
                double moved = moved(edge, whole, shrink, target);
                assertTrue(moved <= 0.251, () -> edge + " moves by " + moved);
                sum += moved;
                count++;
            }
        }
        assertTrue(sum / count < 0.02, "in the mean by " + sum / count);
    }

    /// How far the last target pixel lies from where it ought to, in target pixels.
    private static double moved(Edge edge, int whole, int shrink, int target) {
        double ought = (double) whole / shrink / target;
        double is = (double) edge.from() / edge.to();
        return Math.abs(is - ought) * target / ought;
    }
}
