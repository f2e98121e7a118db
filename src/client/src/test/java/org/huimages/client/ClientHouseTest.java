package org.huimages.client;

import java.util.List;
import org.huimages.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ClientHouseTest {
    @Test
    void theModuleKeepsTheRules() {
        HouseRules.check(
                HuImages.class,
                List.of("org.huimages.url.."),
                "org.huimages.client..",
                "jakarta.servlet..",
                "javax.net.ssl..");
    }
}
