package org.huimages.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the README shows of the shop is what the shop does.
class ReadmeTest {
    private static final Path README = Path.of("../../../README.md");
    private static final Pattern CHAPTER = Pattern.compile("\n### A shop\n(.*?)\n##", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("(?:\n {4}.*|\n(?=\n {4}))+");
    private static final List<Path> SOURCES = List.of(
            Path.of("src/main/java/org/huimages/shop/Article.java"),
            Path.of("src/main/java/org/huimages/shop/Catalogue.java"),
            Path.of("src/main/resources/templates/list.html"));

    @Test
    void theCodeOfTheReadmeIsTheShops() throws IOException {
        String chapter = CHAPTER.matcher(Files.readString(README))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        StringBuilder sources = new StringBuilder();
        for (Path source : SOURCES) {
            sources.append(Files.readString(source)).append('\n');
        }
        String shop = flat(sources.toString());
        List<String> blocks = CODE.matcher(chapter)
                .results()
                .map(MatchResult::group)
                .filter(block -> !block.contains("mvn "))
                .toList();
        assertEquals(4, blocks.size(), blocks::toString);
        blocks.forEach(block -> assertTrue(shop.contains(flat(block)), block));
    }

    /// However far it is indented.
    private static String flat(String code) {
        return code.lines().map(String::strip).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }
}
