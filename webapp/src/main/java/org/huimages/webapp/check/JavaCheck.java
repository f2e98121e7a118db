package org.huimages.webapp.check;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one listener that Tomcat knows: says in one line which Java is needed, or hands over to the start proper.
/// Without it, an older Java says `UnsupportedClassVersionError`, a number and forty lines of stack.
public final class JavaCheck implements ServletContextListener {
    private static final System.Logger LOG = System.getLogger(JavaCheck.class.getName());
    private static final int JAVA_NEEDED = 25;

    /// By name: the compiler of this class cannot read that one, nor can an old Java.
    private static final String STARTUP = "org.huimages.webapp.start.Startup";

    private @Nullable ServletContextListener startup;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        refusal(Runtime.version(), System.getProperty("java.home")).ifPresent(JavaCheck::refuse);
        ServletContextListener loaded = load();
        startup = loaded;
        loaded.contextInitialized(event);
    }

    static Optional<String> refusal(Runtime.Version version, String home) {
        return version.feature() >= JAVA_NEEDED
                ? Optional.empty()
                : Optional.of("huImages cannot start: it needs Java " + JAVA_NEEDED + " or later, and Tomcat runs on "
                        + version + " (" + home + "); let JAVA_HOME be a newer one");
    }

    private static void refuse(String why) {
        LOG.log(System.Logger.Level.ERROR, why);
        throw new OldJavaException(why);
    }

    private static ServletContextListener load() {
        try {
            return (ServletContextListener)
                    Class.forName(STARTUP).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (startup != null) {
            startup.contextDestroyed(event);
        }
    }

    /// Stops the application. Without a stack trace: nothing is wrong in the code.
    private static final class OldJavaException extends RuntimeException {
        private static final long serialVersionUID = 1;

        OldJavaException(String message) {
            super(message, null, false, false);
        }
    }
}
