package org.huimages.spring;

import java.util.List;
import org.huimages.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class SpringHouseTest {
    @Test
    void theModuleKeepsTheRules() {
        HouseRules.check(
                HuImagesAutoConfiguration.class,
                List.of("org.huimages.url..", "org.huimages.client.."),
                "org.huimages.spring..",
                "org.springframework..",
                "org.thymeleaf..",
                "tools.jackson..",
                "javax.net.ssl..");
    }
}
