package org.huimages.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTest {
    @Test
    void hasThreeForms() {
        assertEquals(Optional.of(new Size.Original()), Size.parse("o"));
        assertEquals(Optional.of(new Size.Fit(240, 160)), Size.parse("240x160"));
        assertEquals(Optional.of(new Size.Exact(75, 75)), Size.parse("75x75!"));
    }

    @Property
    @Domain(Any.class)
    void parsesItsOwnText(@ForAll Size size) {
        assertEquals(Optional.of(size), Size.parse(size.text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "O",
                "0",
                "x",
                "!",
                "o!",
                "240",
                "240x",
                "x160",
                "240x160!!",
                "!240x160",
                "240X160",
                "240x160x1",
                "0x160",
                "240x0",
                "0240x160",
                "240x0160",
                "-1x1",
                "+1x1",
                " 1x1",
                "1x1 ",
                "1x1\n",
                "1.0x1",
                "1e3x1",
                "1000000000x1",
                "1x1000000000",
                "٢x٢",
                "²x²",
                "small",
                "1×1"
            })
    void refusesEveryOtherForm(String text) {
        assertEquals(Optional.empty(), Size.parse(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1_000_000_000, Integer.MAX_VALUE})
    void cannotHaveEdgesThatHaveNoText(int edge) {
        assertThrows(IllegalArgumentException.class, () -> new Size.Fit(edge, 1));
        assertThrows(IllegalArgumentException.class, () -> new Size.Fit(1, edge));
        assertThrows(IllegalArgumentException.class, () -> new Size.Exact(edge, 1));
        assertThrows(IllegalArgumentException.class, () -> new Size.Exact(1, edge));
    }

    @Test
    void tenSizesHaveNames() {
        String names = Size.NAMED.entrySet().stream()
                .map(named -> named.getKey() + " " + named.getValue().text())
                .collect(Collectors.joining(", "));
        assertEquals(
                "mini 23x40, thumb 50x200, sidebar 179x600, small 240x160, medium 480x320, full 477x800,"
                        + " vga 640x480, svga 800x600, xvga 1024x768, square 75x75!",
                names);
    }

    @Test
    void namesAreFoundAndCannotBeChanged() {
        assertEquals(Optional.of(new Size.Fit(240, 160)), Size.named("small"));
        assertEquals(Optional.empty(), Size.named("Small"));
        assertEquals(Optional.empty(), Size.named("o"));
        assertThrows(UnsupportedOperationException.class, Size.NAMED::clear);
    }

    @Test
    void theDefaultIs150() {
        assertEquals("150x150", Size.DEFAULT.text());
    }
}
