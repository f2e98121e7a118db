package org.huimages.jakarta;

import java.util.List;
import org.huimages.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class JakartaHouseTest {
    @Test
    void theModuleKeepsTheRules() {
        HouseRules.check(
                HuImagesProducer.class,
                List.of("org.huimages.url..", "org.huimages.client.."),
                "org.huimages.jakarta..",
                "jakarta.enterprise..",
                "jakarta.inject..",
                "jakarta.persistence..",
                "org.hibernate..");
    }
}
