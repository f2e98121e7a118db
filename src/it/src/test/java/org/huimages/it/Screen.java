package org.huimages.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/// What somebody looks at pages on.
enum Screen {
    PHONE(320, ColorScheme.DARK, false),
    TABLET(768, ColorScheme.DARK, true),
    DESK(1440, ColorScheme.LIGHT, true),
    LIGHT_PHONE(320, ColorScheme.LIGHT, false),
    LIGHT_TABLET(768, ColorScheme.LIGHT, false),
    DARK_DESK(1440, ColorScheme.DARK, false);

    private static final int HEIGHT = 900;

    final int width;

    /// Whether rules are checked on it that do not depend on width.
    final boolean checked;

    private final ColorScheme scheme;

    Screen(int width, ColorScheme scheme, boolean checked) {
        this.width = width;
        this.scheme = scheme;
        this.checked = checked;
    }

    /// Each width and each scheme; in a full run each of the one with each of the other.
    static Set<Screen> all() {
        return Boolean.getBoolean("huimages.full") ? EnumSet.allOf(Screen.class) : EnumSet.range(PHONE, DESK);
    }

    Browser.NewContextOptions window() {
        return Person.usual().setColorScheme(scheme).setViewportSize(width, HEIGHT);
    }

    /// For the eye: in `target/screens`.
    void look(Page page, String name) {
        shoot(page, name + "-" + width + (scheme == ColorScheme.DARK ? "-dark" : "-light"));
    }

    static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(Boolean.getBoolean("huimages.full"))
                .setPath(Path.of(Server.given("huimages.screens")).resolve(name + ".png")));
    }
}
