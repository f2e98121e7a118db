package org.huimages.webapp.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.huimages.rendition.SizePolicy;
import org.huimages.url.Size;
import org.junit.jupiter.api.Test;

class LooksTest {
    private static Looks listed(Size... sizes) {
        return new Looks(Optional.empty(), new SizePolicy.Listed(Set.of(sizes)), Optional.empty());
    }

    @Test
    void whereAllSizesAreMadeTheRightOneIsTaken() {
        Looks open = new Looks(Optional.empty(), new SizePolicy.Open(), Optional.empty());
        assertEquals(new Size.Fit(420, 210), open.made(new Size.Fit(420, 210)));
    }

    @Test
    void whereSizesAreListedTheNextLargerOneIsTaken() {
        Looks looks = listed(new Size.Fit(240, 160), new Size.Fit(640, 480), new Size.Exact(75, 75));
        assertEquals(new Size.Fit(640, 480), looks.made(new Size.Fit(420, 210)));
        assertEquals(new Size.Fit(640, 480), looks.made(new Size.Fit(2400, 2400)));
        assertEquals(new Size.Fit(240, 160), looks.made(new Size.Exact(120, 120)));
        assertEquals(new Size.Exact(75, 75), looks.made(new Size.Exact(75, 75)));
    }

    @Test
    void whereNothingIsListedThereIsTheOriginal() {
        assertEquals(new Size.Original(), listed().made(new Size.Fit(1, 1)));
    }
}
