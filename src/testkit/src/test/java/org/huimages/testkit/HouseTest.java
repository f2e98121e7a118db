package org.huimages.testkit;

import java.util.List;
import org.huimages.catalog.Catalog;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.Test;

/// The rules for the modules that this one stands on: they cannot depend on it.
class HouseTest {
    @Test
    void theUrlModuleKeepsTheRules() {
        HouseRules.check(ImageId.class, List.of("org.huimages.url.."), "javax.crypto..");
    }

    @Test
    void theCoreModuleKeepsTheRules() {
        HouseRules.check(Catalog.class, HouseRules.CORE);
    }

    @Test
    void theTestkitKeepsTheRules() {
        HouseRules.check(
                HouseRules.class,
                HouseRules.CORE,
                "org.huimages.testkit..",
                "javax.imageio..",
                "org.junit.jupiter..",
                "com.sun.net.httpserver..",
                "com.tngtech.archunit..",
                "com.networknt.schema..",
                "com.sun.net.httpserver..",
                "tools.jackson..");
    }
}
