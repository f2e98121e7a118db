package org.huimages.url;

import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.IntegerArbitrary;
import net.jqwik.api.domains.DomainContextBase;

/// Random values of every type here; made by the contract, not by the code under test.
final class Any extends DomainContextBase {
    /// That of the empty file.
    static final ImageId ID = ImageId.of(HexFormat.of().parseHex("da39a3ee5e6b4b0d3255bfef95601890afd80709"), "01");

    @Provide
    Arbitrary<ImageId> ids() {
        Arbitrary<byte[]> sums = Arbitraries.bytes().array(byte[].class).ofSize(20);
        Arbitrary<String> clusters = Arbitraries.strings().numeric().ofLength(2);
        return Combinators.combine(sums, clusters).as(ImageId::of);
    }

    @Provide
    Arbitrary<Size> sizes() {
        IntegerArbitrary edges = Arbitraries.integers().between(1, 999_999_999);
        return Arbitraries.oneOf(
                Arbitraries.just(new Size.Original()),
                Combinators.combine(edges, edges).as(Size.Fit::new),
                Combinators.combine(edges, edges).as(Size.Exact::new));
    }

    /// What libvips is given at most, and many small ones.
    @Provide
    Arbitrary<Dimensions> dimensions() {
        IntegerArbitrary edges = Arbitraries.integers().between(1, 65_535);
        return Combinators.combine(edges, edges).as(Dimensions::new);
    }

    @Provide
    Arbitrary<ImagePath> paths() {
        return Combinators.combine(sizes(), ids().withoutEdgeCases(), names(), Arbitraries.of(Extension.class))
                .filter((size, id, name, extension) ->
                        size.text().equals("o") || !extension.text().matches("gif|heic|tiff|bmp|bin"))
                .as(ImagePath::new);
    }

    /// Any Unicode, and names made of what means something in a path or a URL.
    static Arbitrary<String> names() {
        Arbitrary<Integer> characters =
                Arbitraries.integers().between(0x20, 0x10_FFFF).filter(Any::mayStandInName);
        Arbitrary<String> unicode = characters
                .array(int[].class)
                .ofMaxSize(127)
                .map(codePoints -> new String(codePoints, 0, codePoints.length));
        Arbitrary<String> tricky = Arbitraries.of(
                        ".", "..", "%", "%2F", "%zz", ";", "?", "#", " ", "+", "&", "o", "jpeg", ".jpeg", ".JPG", "é",
                        ":", "\"", "<")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(unicode, tricky).filter(name -> !name.equals(".") && !name.equals(".."));
    }

    private static boolean mayStandInName(int character) {
        boolean control = character >= 0x7f && character < 0xa0;
        boolean surrogate = character >= 0xd800 && character < 0xe000;
        return !control && !surrogate && character != '/' && character != '\\';
    }
}
