package org.huimages.it;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Everybody that the server of a test knows, beside `admin`; and nobody.
enum User {
    NOBODY("", ""),
    /// Has a password, but no role.
    STRANGER("sam", ""),
    MONITOR("mona", "huimages-monitor"),
    READER("rita", "huimages-reader"),
    OTHER_READER("rolf", "huimages-reader"),
    EDITOR("ann", "huimages-editor"),
    ADMIN("root", "huimages-admin"),
    /// Whose password is tried out by others.
    VICTIM("vera", "huimages-reader");

    final String title;
    final String role;

    User(String title, String role) {
        this.title = title;
        this.role = role;
    }

    String password() {
        return title + ": p\u00E4ssword";
    }

    /// As `tomcat-users.xml` has them.
    static String xml() {
        String users = Arrays.stream(values())
                .filter(user -> user != NOBODY)
                .map(user -> "<user username=\"%s\" password=\"%s\" roles=\"%s\"/>"
                        .formatted(user.title, user.password(), user.role))
                .collect(Collectors.joining("\n"));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <tomcat-users xmlns="http://tomcat.apache.org/xml" version="1.0">
                %s
                </tomcat-users>
                """.formatted(users);
    }
}
