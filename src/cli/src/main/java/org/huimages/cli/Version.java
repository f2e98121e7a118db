package org.huimages.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// As the JAR's manifest says.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(not packed)");
        return new String[] {"huimages " + version, "Java " + Runtime.version()};
    }
}
