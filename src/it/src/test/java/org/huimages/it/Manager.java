package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;

/// Tomcat's own manager, by its text interface.
///
/// @param http to `/manager/text`
record Manager(Http http) {
    /// Sends the WAR; takes the place of what is there.
    void deploy(String context) throws IOException {
        byte[] war = Files.readAllBytes(TomcatFolder.war());
        ok("PUT", "/deploy?update=true&path=" + context, war);
    }

    void undeploy(String context) {
        ok("GET", "/undeploy?path=" + context, new byte[0]);
    }

    /// What it says of applications that are gone and still in memory.
    String findLeaks() {
        return ok("GET", "/findleaks?statusLine=true", new byte[0]);
    }

    private String ok(String method, String command, byte[] body) {
        HttpResponse<byte[]> answer = http.send(method, command, body, "Authorization", TomcatFolder.DEPLOYER);
        assertTrue(Http.text(answer).startsWith("OK - "), () -> command + ": " + Http.text(answer));
        return Http.text(answer);
    }
}
