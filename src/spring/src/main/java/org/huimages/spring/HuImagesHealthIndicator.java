package org.huimages.spring;

import org.huimages.client.HuImages;
import org.huimages.client.ServerHealth;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/// Asks the image server how it is. One that is degraded still serves finished pictures, so it counts as up; without a
/// server to be asked, nothing is known.
final class HuImagesHealthIndicator extends AbstractHealthIndicator {
    private final HuImages images;

    HuImagesHealthIndicator(HuImages images) {
        super("huImages does not answer");
        this.images = images;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        images.serverHealth().ifPresentOrElse(health -> tell(builder, health), builder::unknown);
    }

    private static void tell(Health.Builder builder, ServerHealth health) {
        switch (health.state()) {
            case OK -> builder.up();
            case DEGRADED -> builder.up().withDetail("degraded", true);
            case DOWN -> builder.down();
        }
        health.parts().forEach(builder::withDetail);
    }
}
