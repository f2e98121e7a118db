package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The JAR that applications take.
class ClientJarIT {
    private static final int MOST_BYTES = 150_000;
    private static final int JAVA_21 = 65;
    private static final Path CLIENT = ClientArtifact.jar("huimages-client");
    private static final Path URL = ClientArtifact.jar("huimages-url");

    @Test
    void itIsSmall() throws IOException {
        assertTrue(
                Files.size(CLIENT) < MOST_BYTES,
                () -> CLIENT + " has " + CLIENT.toFile().length() + " bytes");
    }

    @Test
    void java21CanReadIt() throws IOException {
        Set<Integer> versions = new TreeSet<>();
        for (Path jar : List.of(CLIENT, URL)) {
            try (JarFile file = new JarFile(jar.toFile())) {
                for (JarEntry entry : file.stream().filter(ClientJarIT::isClass).toList()) {
                    versions.add(version(file.getInputStream(entry)));
                }
            }
        }
        assertEquals(Set.of(JAVA_21), versions);
    }

    private static boolean isClass(JarEntry entry) {
        return entry.getName().endsWith(".class") && !entry.getName().equals("module-info.class");
    }

    /// A class file begins with four bytes that say what it is, two for the minor version and two for the major one.
    private static int version(InputStream content) throws IOException {
        try (DataInputStream file = new DataInputStream(content)) {
            file.skipNBytes(6);
            return file.readUnsignedShort();
        }
    }

    @Test
    void asAModuleItNeedsNothingElse() {
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolve(ModuleFinder.of(CLIENT, URL), ModuleFinder.of(), Set.of("org.huimages.client"));
        assertEquals(
                Set.of("org.huimages.client", "org.huimages.url"),
                configuration.modules().stream().map(ResolvedModule::name).collect(Collectors.toSet()));
    }

    @Test
    void sourcesAndDocumentationComeBesideIt() throws IOException {
        assumeFalse(Boolean.getBoolean("huimages.quick"), "-Dquick makes neither");
        assertHas("client", "sources", "org/huimages/client/HuImages.java");
        assertHas("client", "javadoc", "org.huimages.client/org/huimages/client/HuImages.html");
        assertHas("url", "sources", "org/huimages/url/ImagePath.java");
        assertHas("url", "javadoc", "org.huimages.url/org/huimages/url/ImagePath.html");
    }

    private static void assertHas(String module, String what, String entry) throws IOException {
        String name = "huimages-" + module + "-" + ClientArtifact.VERSION + "-" + what + ".jar";
        try (JarFile file = new JarFile(Path.of("..", module, "target", name).toFile())) {
            assertTrue(file.getEntry(entry) != null, entry);
        }
    }
}
