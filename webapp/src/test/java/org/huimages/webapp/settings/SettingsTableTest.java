package org.huimages.webapp.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of settings in the manual is made from [Known]; `-Dhuimages.readme=write` writes it.
class SettingsTableTest {
    private static final Path README = Path.of("../README.md");
    private static final String START = "| name | meaning | default |\n|---|---|---|\n";

    @Test
    void theManualHasExactlyTheSettingsThatThereAre() throws IOException {
        String text = Files.readString(README);
        int start = text.indexOf(START);
        assertTrue(start >= 0, "there is no table of settings in README.md");
        int end = text.indexOf("\n\n", start) + 1;
        if ("write".equals(System.getProperty("huimages.readme"))) {
            Files.writeString(README, text.substring(0, start) + table() + text.substring(end));
        } else {
            assertEquals(table(), text.substring(start, end), "mvn -pl webapp -am test -Dhuimages.readme=write");
        }
    }

    private static String table() {
        return Known.ALL.stream().map(SettingsTableTest::row).collect(Collectors.joining("", START, ""));
    }

    private static String row(Setting<?> setting) {
        return "| `%s` | %s | %s |\n".formatted(setting.name(), setting.meaning(), setting.fallback());
    }
}
