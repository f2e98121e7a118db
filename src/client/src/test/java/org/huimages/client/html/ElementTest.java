package org.huimages.client.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTest {
    @Property
    void aParserReadsWhatWasWritten(@ForAll String value) {
        Document page =
                Jsoup.parse("<p>" + Element.named("img").with("alt", value).text() + "</p>");
        assertEquals(1, page.body().select("*").not("body, p").size());
        assertEquals(Shown.of(value), page.select("img").attr("alt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"><script>alert(1)</script>", "' onload='x", "&lt;b&gt;", "\u202Eabc", "\uD83D\uDE00", "a\nb"})
    void noTextBecomesMarkup(String text) {
        Document page = Jsoup.parse(Element.named("img").with("alt", text).text());
        assertEquals(1, page.body().childrenSize());
        assertEquals(text, page.select("img").attr("alt"));
        assertEquals(1, page.expectFirst("img").attributes().size());
    }

    @Test
    void attributesStandInTheirOrderAndLaterOnesReplace() {
        Element image = Element.named("img").with("src", "a").with("alt", "b");
        assertEquals("<img src=\"c\" alt=\"b\" />", image.with("src", "c").text());
        assertEquals(
                "<img src=\"a\" alt=\"b\" data-x=\"1\" />",
                image.with(Map.of("data-x", "1")).text());
    }

    @Test
    void aNameThatIsNoneIsRefused() {
        for (String name : List.of("", "a b", "a=b", "x\"", "><", "on load", "é")) {
            assertThrows(
                    IllegalArgumentException.class, () -> Element.named("img").with(name, ""), name);
        }
    }
}
