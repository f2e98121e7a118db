package org.huimages.webapp.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What can be told of the pages by reading them.
class PagesSourceTest {
    private static final Path PAGES = Path.of("src/main/webapp/WEB-INF");
    private static final Path SCRIPTS = Path.of("src/main/browser/src");
    private static final Pattern TAG = Pattern.compile("<(?:/?(?:c|ui|jsp):|%@)(?:[^>\"]|\"[^\"]*\")*>");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");

    /// What cannot hold markup: our own words, which are escaped, numbers, IDs, and what was written by `Element`.
    private static final Predicate<String> SAFE = Pattern.compile("t\\['[a-z.]+'\\]|f\\.(base|api|assets|csrf|language)"
                    + "|(tile|tag)\\.path\\(\\)|tile\\.(id|shape|picture)\\(\\)|tag\\.(weight|count)\\(\\)"
                    + "|bar\\.(most|value)\\(\\)|crop\\.(shape|width|height)\\(\\)|one\\.(id|path|size)\\(\\)|curve\\.path\\(\\)|at\\.index|n"
                    + "|id|restore|shape|picture|largeWidth|largeHeight|width|height|x|y|set|(not )?(favourite|hidden)"
                    + "|n eq rating( \\? 0 : n)?|n le rating \\? 'full' : ''|part\\.good\\(\\) \\? 'good' : 'down'"
                    + "|failed \\? t\\['admin\\.retry'\\] : t\\['admin\\.again'\\]"
                    + "|f\\.notice\\.bad\\(\\) \\? 'alert' : 'status'"
                    + "|hidden \\? t\\['picture\\.show'\\] : t\\['picture\\.hide'\\]")
            .asMatchPredicate();

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().matches(".*\\.(jsp|tag|js)"))
                    .toList();
        }
    }

    /// What is written straight into a page, by no tag that escapes it, is of a kind that needs no escaping.
    @Test
    void whatPeopleWroteIsEscapedWhereverItStands() throws IOException {
        List<String> raw = new ArrayList<>();
        for (Path file : files(PAGES)) {
            Matcher written =
                    EXPRESSION.matcher(TAG.matcher(Files.readString(file)).replaceAll(""));
            while (written.find()) {
                if (!SAFE.test(written.group(1))) {
                    raw.add(file.getFileName() + ": " + written.group());
                }
            }
        }
        assertEquals(List.of(), raw);
    }

    /// Between two of them the compiler of the pages drops a blank that stands alone: "Remove tagnorway".
    @Test
    void noBlankStandsAloneBetweenTwoValues() throws IOException {
        for (Path file : files(PAGES)) {
            assertTrue(!Files.readString(file).matches("(?s).*(}|/>) (\\$\\{|<c:out).*"), file::toString);
        }
    }

    @Test
    void noPageHasAScriptOrAStyleOfItsOwn() throws IOException {
        for (Path file : files(PAGES)) {
            String text = Files.readString(file);
            assertTrue(!text.matches("(?s).*<script(?! type=\"module\" src=).*"), file::toString);
            assertTrue(!text.matches("(?s).*\\s(style|on[a-z]+)=.*"), file::toString);
            assertTrue(!text.contains("<%=") && !text.contains("<%!"), file::toString);
        }
    }

    @Test
    void everyWordIsThereInBothLanguagesAndNeeded() throws IOException {
        List<Texts> languages = Texts.all();
        assertEquals(
                languages.getFirst().words().keySet(),
                languages.getLast().words().keySet());
        Set<String> used = new TreeSet<>();
        for (Path file : files(PAGES)) {
            collect(used, "t\\['([a-z.]+)'\\]", Files.readString(file), "");
        }
        for (Path file : files(SCRIPTS)) {
            collect(used, "say\\(\"([a-z.]+)\"", Files.readString(file), "js.");
        }
        Set<String> missing = new TreeSet<>(used);
        missing.removeAll(languages.getFirst().words().keySet());
        assertEquals(Set.of(), missing, "words that no bundle has");
    }

    private static void collect(Set<String> used, String pattern, String text, String prefix) {
        Pattern.compile(pattern).matcher(text).results().forEach(found -> used.add(prefix + found.group(1)));
    }

    @Test
    void sentencesSayHowManyInEachLanguage() {
        Texts english = Texts.all().getFirst();
        Texts german = Texts.all().getLast();
        assertEquals("2 pictures were moved to the trash.", english.say("done.deleted", 2));
        assertEquals("Ein Bild ist im Papierkorb.", german.say("done.deleted", 1));
        assertEquals("6.5 of 10, from 2 ratings", english.say("picture.rated", 6.5, 2));
        assertEquals("6,5 von 10, aus einer Bewertung", german.say("picture.rated", 6.5, 1));
        assertEquals("One picture is new, 3 were there already.", english.say("upload.done", 1, 3));
    }

    /// Every key that Java asks for by name.
    @Test
    void everyKeyThatTheCodeNamesIsThere() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/huimages/webapp/browser"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                collect(asked, "say\\(\"([a-z.]+[a-z])\"", Files.readString(source), "");
            }
        }
        asked.removeAll(Texts.all().getFirst().words().keySet());
        assertEquals(Set.of(), asked);
    }
}
