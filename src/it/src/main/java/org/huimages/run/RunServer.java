package org.huimages.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.catalina.startup.Bootstrap;

/// The program. Start reading here: {@link #run} is what happens, in order.
///
/// It ends with its parent process, with SIGTERM or SIGINT, and, with exit code 1 and one line that says why, when
/// huImages cannot start.
public final class RunServer {
    private static final int JAVA_NEEDED = 25;

    private RunServer() {}

    /// Takes no arguments; what it needs are the system properties of {@link RunSettings} and, for the password,
    /// the environment variable {@value AdminPassword#VARIABLE}.
    public static void main(String[] arguments) {
        try {
            run();
        } catch (CannotRun refusal) {
            fail(refusal.line());
        } catch (IOException | UncheckedIOException failure) {
            fail(failure.toString());
        }
    }

    private static void run() throws IOException {
        ParentWatch.start();
        checkJava();
        var settings = RunSettings.read();
        DataFolder.prepare(settings.data());
        var password = AdminPassword.find(settings.data());
        CatalinaBase.layOut(settings, password);
        announce(settings, password);
        tellTomcat(settings);
        StopDeadline.arm();
        ReadyWatch.start(settings);
        Bootstrap.main(new String[] {"start"});
    }

    private static void checkJava() {
        int feature = Runtime.version().feature();
        if (feature < JAVA_NEEDED) {
            throw new CannotRun("Java %d or later is needed, this is %d (%s)"
                    .formatted(JAVA_NEEDED, feature, System.getProperty("java.home")));
        }
    }

    private static void announce(RunSettings settings, AdminPassword password) {
        System.out.printf(
                """
                huImages  %s
                user      %s
                password  %s
                data      %s
                log       %s
                stop      Ctrl-C
                """, settings.address(), CatalinaBase.USER, password.place(), settings.data(), settings.logs());
    }

    /// What `catalina.sh` says with -D. Nothing may have been logged before: the log manager is chosen once.
    private static void tellTomcat(RunSettings settings) {
        Path base = settings.base();
        System.setProperty("catalina.home", settings.tomcat().toString());
        System.setProperty("catalina.base", base.toString());
        System.setProperty("java.util.logging.manager", "org.apache.juli.ClassLoaderLogManager");
        System.setProperty("java.util.logging.config.file", base + "/conf/logging.properties");
        System.setProperty("org.apache.catalina.startup.EXIT_ON_INIT_FAILURE", "true");
        System.setProperty("huimages.port", Integer.toString(settings.port()));
        System.setProperty("HUIMAGES_DATA", settings.data().toString());
    }

    private static void fail(String why) {
        System.err.println("huImages cannot start: " + why);
        System.exit(1);
    }
}
