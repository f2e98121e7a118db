package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huimages.testkit.PictureMaker;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Somebody begins: a new project with one dependency, and the example of the README.
@Timeout(300)
class ClientProjectIT {
    private static final Path README = Path.of("../../README.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("\n( {4}try \\(HuImages images.*?\n {4}})\n", Pattern.DOTALL);
    private static final Pattern ANSWER = Pattern.compile("^(\\s*)(images\\.\\w+\\(.*\\));(.*)$", Pattern.MULTILINE);

    @TempDir
    static Path folder;

    private static String example = "";

    @BeforeAll
    static void makeTheProject() throws IOException, InterruptedException {
        Matcher text = EXAMPLE.matcher(Files.readString(README));
        assertTrue(text.find(), "the README has no example");
        example = text.group(1);
        ClientArtifact.repository(folder.resolve("repository"));
        Files.createDirectories(folder.resolve("src/main/java"));
        Files.writeString(folder.resolve("pom.xml"), pom());
        Files.writeString(folder.resolve("src/main/java/Example.java"), program());
        Files.write(folder.resolve("photo.jpg"), PictureMaker.jpeg(PictureMaker.photo(1800, 1200, 1)));
        run(maven(), "maven.log");
    }

    private static String pom() throws IOException {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>shop</artifactId>
                  <version>1</version>
                  <properties>
                    <maven.compiler.release>21</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <dependencies>
                    <dependency>
                      <groupId>org.huimages</groupId>
                      <artifactId>huimages-client</artifactId>
                      <version>%s</version>
                    </dependency>
                  </dependencies>
                  <build>
                    <plugins>
                      %s
                    </plugins>
                  </build>
                </project>
                """.formatted(
                ClientArtifact.VERSION,
                plugin("maven-resources-plugin") + plugin("maven-compiler-plugin") + plugin("maven-dependency-plugin"));
    }

    private static String plugin(String name) throws IOException {
        return "<plugin><artifactId>%s</artifactId><version>%s</version></plugin>"
                .formatted(name, ClientArtifact.versionOf(name));
    }

    /// With the addresses of this server, and each answer printed.
    private static String program() {
        String statements = ANSWER.matcher(example)
                .replaceAll("$1System.out.println($2);$3")
                .replace("\"http://127.0.0.1:8080\"", "System.getenv(\"SERVER\")")
                .replace("\"ann\", \"secret\"", "\"admin\", System.getenv(\"PASSWORD\")");
        return """
                import java.nio.file.Path;
                import org.huimages.client.HuImages;
                import org.huimages.client.ImageInfo;
                import org.huimages.client.Upload;

                class Example {
                    public static void main(String[] arguments) {
                %s
                    }
                }
                """.formatted(statements);
    }

    private static List<String> maven() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(Server.given("huimages.maven.home"), "bin", "mvn").toString(),
                "-B",
                "-ntp",
                "-Dmaven.repo.local=" + folder.resolve("repository"),
                "-DoutputFile=" + folder.resolve("tree.txt"),
                "-Dmdep.outputFile=" + folder.resolve("class-path.txt"),
                "-Dmdep.includeScope=runtime"));
        Path settings = Path.of(Server.given("huimages.maven.settings").replaceFirst("^file:", ""));
        if (Files.exists(settings)) {
            command.addAll(List.of("-s", settings.toString()));
        }
        command.addAll(List.of("compile", "dependency:tree", "dependency:build-classpath"));
        return command;
    }

    private static String run(List<String> command, String log) throws IOException, InterruptedException {
        return run(command, log, Map.of());
    }

    private static String run(List<String> command, String log, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path output = folder.resolve(log);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().remove("MAVEN_PROJECTBASEDIR");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        String text = Files.readString(output);
        assertEquals(0, exit, text);
        return text;
    }

    @Test
    void theClientBringsItsAddressesAndNothingElse() throws IOException {
        assertEquals(
                List.of(
                        "com.example:shop:jar:1",
                        "\\- org.huimages:huimages-client:jar:" + ClientArtifact.VERSION + ":compile",
                        "   \\- org.huimages:huimages-url:jar:" + ClientArtifact.VERSION + ":compile"),
                Files.readAllLines(folder.resolve("tree.txt")));
    }

    @Test
    void theExampleOfTheReadmeDoesWhatItSays() throws IOException, InterruptedException {
        byte[] photo = Files.readAllBytes(folder.resolve("photo.jpg"));
        String id = Uploads.id(photo).text();
        try (Server server = Server.start(Files.createDirectory(folder.resolve("server")), Map.of())) {
            List<String> answers = run(
                            List.of(Server.java(), "-cp", classPath(), "Example"),
                            "example.log",
                            Map.of("SERVER", server.http().base().toString(), "PASSWORD", Server.PASSWORD))
                    .lines()
                    .toList();
            assertTrue(example.contains("// " + answers.getFirst().replace(id, "DY2N...01")), answers.getFirst());
            assertTrue(answers.get(1).startsWith("<picture>"), answers.get(1));
            assertTrue(answers.get(1).contains("type=\"image/webp\""), answers.get(1));
            assertTrue(answers.get(2).contains("75"), answers.get(2));
            String document = Http.text(server.http().get("/api/images/" + id, "Authorization", Http.ADMIN));
            assertTrue(document.contains("\"titles\":[\"A waterfall\"]"), document);
            assertTrue(document.contains("\"artnr\":[\"14600\"]"), document);
        }
    }

    private static String classPath() throws IOException {
        return folder.resolve("target/classes")
                + File.pathSeparator
                + Files.readString(folder.resolve("class-path.txt")).strip();
    }
}
