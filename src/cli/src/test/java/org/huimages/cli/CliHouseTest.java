package org.huimages.cli;

import java.util.List;
import org.huimages.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class CliHouseTest {
    @Test
    void theModuleKeepsTheRules() {
        HouseRules.check(
                Main.class,
                List.of("org.huimages.url..", "org.huimages.client.."),
                "org.huimages.cli..",
                "picocli..",
                "me.tongfei.progressbar..");
    }
}
