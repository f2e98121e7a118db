package org.huimages.webapp;

import org.huimages.testkit.HouseRules;
import org.huimages.webapp.start.Startup;
import org.junit.jupiter.api.Test;

class WebappHouseTest {
    @Test
    void theModuleKeepsTheRules() {
        HouseRules.check(
                Startup.class,
                HouseRules.CORE,
                "org.huimages.webapp..",
                "org.huimages.client..",
                "org.huimages.store..",
                "org.huimages.vips..",
                "jakarta.servlet..",
                "org.apache.catalina..",
                "org.apache.tomcat.util.http.parser..",
                "org.apache.commons.fileupload2..",
                "com.drew..",
                "io.prometheus.metrics..",
                "tools.jackson..");
    }
}
