package org.huimages.it;

import static org.huimages.it.Exchange.get;
import static org.huimages.it.Exchange.send;

import java.util.List;
import java.util.stream.Stream;

/// The list of requests that every way to a picture has to answer alike.
final class Exchanges {
    private static final String HIT = "/240x160/ID/name.jpeg";
    private static final String HALF_A_YEAR = "public, max-age=15552000";

    private Exchanges() {}

    static Stream<Exchange> all() {
        return Stream.of(plain(), conditions(), ranges(), odd(), moved(), refused(), otherMethods())
                .flatMap(List::stream);
    }

    private static List<Exchange> plain() {
        return List.of(
                get("a picture", 200, HIT)
                        .with("Content-Type", "image/jpeg")
                        .with("Cache-Control", HALF_A_YEAR)
                        .with("X-Content-Type-Options", "nosniff")
                        .with("Accept-Ranges", "bytes")
                        .with("ETag", "TAG")
                        .with("Set-Cookie", ""),
                get("without a name", 200, "/240x160/ID.jpeg").with("ETag", "TAG"),
                get(".jpg is .jpeg", 200, "/240x160/ID/name.jpg")
                        .with("Content-Type", "image/jpeg")
                        .with("ETag", "TAG"),
                get("exact sizes are for a day", 200, "/64x64!/ID.jpeg").with("Cache-Control", "public, max-age=86400"),
                get("an exclamation mark may be encoded", 200, "/64x64%21/ID.jpeg"),
                get("WebP", 200, "/240x160/ID/x.webp").with("Content-Type", "image/webp"),
                get("AVIF", 200, "/64x64/ID/x.avif").with("Content-Type", "image/avif"),
                get("an AVIF that is not there yet", 302, "/123x45/ID/x.avif")
                        .with("Location", "/123x45/ID/x.jpeg")
                        .with("Cache-Control", "max-age=60"),
                get("PNG", 200, "/240x160/ID/x.png").with("Content-Type", "image/png"),
                get("the original", 200, "/o/ID/x.jpeg").with("Cache-Control", HALF_A_YEAR),
                get("a signature is not looked at where nothing is made", 200, HIT + "?sig=k1..nonsense"),
                get("nor any other query", 200, HIT + "?a=b&c=%zz"),
                get("not even an empty one", 200, HIT + "?"),
                get("a cookie changes nothing", 200, HIT, "Cookie: JSESSIONID=0123456789ABCDEF")
                        .with("Set-Cookie", ""),
                send("headers alone", 200, "HEAD", HIT)
                        .with("Cache-Control", HALF_A_YEAR)
                        .with("ETag", "TAG"));
    }

    private static List<Exchange> conditions() {
        return List.of(
                get("the same", 304, HIT, "If-None-Match: TAG")
                        .with("Cache-Control", HALF_A_YEAR)
                        .with("ETag", "TAG"),
                get("one of several", 304, HIT, "If-None-Match: \"x\", TAG"),
                get("the same, told weakly", 304, HIT, "If-None-Match: W/TAG"),
                get("any", 304, HIT, "If-None-Match: *"),
                get("another", 200, HIT, "If-None-Match: \"x\""),
                get("not newer", 304, HIT, "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT"),
                get("newer", 200, HIT, "If-Modified-Since: Thu, 01 Jan 2009 00:00:00 GMT"),
                get("no date", 200, HIT, "If-Modified-Since: yesterday"),
                get(
                        "tag before date",
                        200,
                        HIT,
                        "If-None-Match: \"x\"",
                        "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT"),
                get(
                                "nginx wants both to be fulfilled, Tomcat goes by the tag",
                                304,
                                HIT,
                                "If-None-Match: TAG",
                                "If-Modified-Since: Thu, 01 Jan 2009 00:00:00 GMT")
                        .butProxy(200),
                get("only if it is the same", 200, HIT, "If-Match: TAG"),
                get("only if it is another", 412, HIT, "If-Match: \"x\"").with("Cache-Control", ""),
                get("only if unchanged", 412, HIT, "If-Unmodified-Since: Thu, 01 Jan 2009 00:00:00 GMT"));
    }

    private static List<Exchange> ranges() {
        return List.of(
                get("the start", 206, HIT, "Range: bytes=0-9")
                        .with("Content-Length", "10")
                        .with("Cache-Control", HALF_A_YEAR),
                get("the end", 206, HIT, "Range: bytes=-10").with("Content-Length", "10"),
                get("from there on", 206, HIT, "Range: bytes=100-"),
                get("more than there is", 206, HIT, "Range: bytes=0-99999999"),
                get(
                        "behind the end (nginx says even of this how long it may be kept)",
                        416,
                        HIT,
                        "Range: bytes=99999999-"),
                get("other units are ignored", 200, HIT, "Range: lines=1-2"),
                get("nonsense", 416, HIT, "Range: bytes=x"),
                get("the rest of the same", 206, HIT, "Range: bytes=100-", "If-Range: TAG"),
                get("no rest of another", 200, HIT, "Range: bytes=100-", "If-Range: \"x\""));
    }

    private static List<Exchange> odd() {
        return List.of(
                get("dots in the name", 200, "/240x160/ID/my.name.v1.2.jpeg"),
                get("spaces", 200, "/240x160/ID/my%20name.jpeg"),
                get("UTF-8", 200, "/240x160/ID/Gr%C3%BC%C3%9Fe-%F0%9F%8C%B7.jpeg"),
                get("UTF-8 as it is, which Tomcat refuses", 400, "/240x160/ID/Gr\u00c3\u00bc\u00c3\u009fe.jpeg")
                        .butProxy(200),
                get("punctuation", 200, "/240x160/ID/a-_~!$&'()*+,=:@.jpeg"),
                get("a plus is a plus, a percent sign may be in it", 200, "/240x160/ID/100%25+.jpeg"),
                get("encoded letters", 200, "/240x160/ID%2Ejpeg"),
                get("two slashes", 200, "//240x160//ID//name.jpeg"),
                get("back and forth", 200, "/x/../240x160/./ID/name.jpeg"),
                get("the same, encoded", 200, "/x/%2e%2e/240x160/%2e/ID/name.jpeg"),
                get("out of the root", 400, "/../240x160/ID/name.jpeg"),
                get("far out", 400, "/240x160/../../../etc/passwd"),
                get("far out, encoded", 400, "/240x160/%2e%2e/%2e%2e/%2e%2e/etc/passwd"),
                get("an encoded slash, which only Tomcat refuses", 400, "/240x160/ID%2Fname.jpeg")
                        .butProxy(200),
                get("an encoded backslash", 400, "/240x160/ID/a%5Cb.jpeg"),
                get("a backslash", 400, "/240x160/ID/a\\b.jpeg"),
                get("NUL", 400, "/240x160/ID/%00.jpeg"),
                get("NUL in the ID", 400, "/240x160/%00/x.jpeg"),
                get("half an encoding", 400, "/240x160/ID/%4.jpeg"),
                get("a control character", 404, "/240x160/ID/a%07b.jpeg"),
                get("a parameter in the size", 200, "/240x160;x=1/ID/name.jpeg"),
                get("a parameter in the ID", 200, "/240x160/ID;x/name.jpeg"),
                get("a parameter behind the name", 200, "/240x160/ID/name.jpeg;x=1.jpeg"),
                get("a semicolon that hides the extension", 301, "/240x160/ID/name;x.jpeg"),
                get("an encoded semicolon", 200, "/240x160/ID/na%3Bme.jpeg"),
                get("a long name", 200, "/240x160/ID/" + "n".repeat(250) + ".jpeg"),
                get("too long a name", 301, "/240x160/ID/" + "n".repeat(256) + ".jpeg")
                        .with("Location", "/240x160/ID.jpeg"),
                get("a dot for a name", 404, "/240x160/ID/..jpeg"),
                get("two dots for a name", 404, "/240x160/ID/...jpeg"),
                get("no page", 301, "/240x160/ID/index.jsp").with("Location", "/240x160/ID/index.jsp.jpeg"));
    }

    private static List<Exchange> moved() {
        return List.of(
                get("upper case", 301, "/240x160/ID/name.JPEG").with("Location", "/240x160/ID/name.jpeg"),
                get(".jpe", 301, "/240x160/ID/name.jpe").with("Location", "/240x160/ID/name.jpeg"),
                get("no extension", 301, "/240x160/ID/name").with("Location", "/240x160/ID/name.jpeg"),
                get("nothing at all", 301, "/240x160/ID").with("Location", "/240x160/ID.jpeg"),
                get("a slash at the end", 301, "/240x160/ID/").with("Location", "/240x160/ID.jpeg"),
                get("no name before the dot", 301, "/240x160/ID/.jpeg").with("Location", "/240x160/ID.jpeg"),
                get("more folders", 301, "/240x160/ID/a/b.jpeg").with("Location", "/240x160/ID/b.jpeg"),
                get("leading zeros", 301, "/0240x160/ID/name.jpeg").with("Location", "/240x160/ID/name.jpeg"),
                get("a size's name", 301, "/small/ID/name.jpeg?a=b").with("Location", "/240x160/ID/name.jpeg?a=b"),
                get("the original's true type", 301, "/o/ID/x.png").with("Location", "/o/ID/x.jpeg"));
    }

    private static List<Exchange> refused() {
        return List.of(
                get("too large a size", 403, "/4097x4097/ID.jpeg").with("Cache-Control", "no-store"),
                get("an unknown picture", 404, "/240x160/" + "A".repeat(32) + "01.jpeg")
                        .with("Cache-Control", "no-store"),
                get("another cluster's", 404, "/240x160/" + "A".repeat(32) + "02.jpeg"),
                get("no ID", 404, "/240x160/ABC/name.jpeg"),
                get("lower case", 404, "/240x160/" + "a".repeat(32) + "01.jpeg"),
                get("no size", 404, "/0x5/ID.jpeg"),
                get("ten digits", 404, "/1234567890x160/ID.jpeg"),
                get("no format for a size", 404, "/240x160/ID.gif"),
                get("what is not finished", 404, "/.tmp/x.jpeg"),
                get("what is not finished, as a size", 404, "/.tmp/ID.jpeg"),
                get("a level of the pyramid", 404, "/p640/ID.jpeg"),
                get("the cache's own tree", 404, "/FOLDER/ID/240x160.jpeg"),
                get("the cache's marker", 404, "/.huimages-cache"),
                get("the application's files", 404, "/WEB-INF/web.xml"));
    }

    private static List<Exchange> otherMethods() {
        return List.of(
                send("POST", 405, "POST", HIT).with("Allow", "GET, HEAD"),
                send("PUT", 405, "PUT", HIT).with("Allow", "GET, HEAD"),
                send("DELETE", 405, "DELETE", HIT).with("Allow", "GET, HEAD"),
                send("OPTIONS", 405, "OPTIONS", HIT).with("Allow", "GET, HEAD"),
                send("POST to what is not there", 405, "POST", "/241x161/ID.jpeg")
                        .with("Allow", "GET, HEAD"),
                send("TRACE", 405, "TRACE", HIT));
    }
}
