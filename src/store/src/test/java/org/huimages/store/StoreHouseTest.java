package org.huimages.store;

import org.huimages.store.h2.H2Catalog;
import org.huimages.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class StoreHouseTest {
    @Test
    void theModuleKeepsTheRules() {
        HouseRules.check(
                H2Catalog.class,
                HouseRules.CORE,
                "org.huimages.store..",
                "javax.sql..",
                "org.h2..",
                "com.zaxxer.hikari..",
                "software.amazon.awssdk..",
                "io.github.resilience4j..",
                "tools.jackson..");
    }
}
