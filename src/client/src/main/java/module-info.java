/// Keeps pictures in huImages and shows them: for Java applications.
@org.jspecify.annotations.NullMarked
module org.huimages.client {
    requires transitive org.huimages.url;
    requires java.net.http;
    requires static transitive org.jspecify;
    requires static transitive jakarta.servlet;
    requires static transitive jakarta.servlet.jsp;
    requires static jakarta.el;

    exports org.huimages.client;
    exports org.huimages.client.jsp;
}
