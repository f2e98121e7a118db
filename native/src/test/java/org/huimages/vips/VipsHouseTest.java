package org.huimages.vips;

import org.huimages.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class VipsHouseTest {
    @Test
    void theModuleKeepsTheRules() {
        HouseRules.check(VipsEngine.class, HouseRules.CORE, "org.huimages.vips..");
    }
}
