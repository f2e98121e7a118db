package org.huimages.testkit.couch;

import java.util.List;
import org.huimages.header.Orientation;

/// Two databases as older systems left them: documents with originals attached, marks of users that are known by
/// cookies, design documents of their own.
///
/// @param pictures the name of the one
/// @param marks the name of the other
public record LegacyDatabase(CouchPeek couch, String pictures, String marks) {
    public static final LegacyPicture PLAIN = LegacyPicture.turned(Orientation.UPRIGHT);
    public static final List<LegacyPicture> TURNED = List.of(
            LegacyPicture.turned(Orientation.TRANSPOSED),
            LegacyPicture.turned(Orientation.TURN_RIGHT),
            LegacyPicture.turned(Orientation.TRANSVERSED),
            LegacyPicture.turned(Orientation.TURN_LEFT));
    public static final LegacyPicture UNDECODED = LegacyPicture.undecoded();
    public static final LegacyPicture ODD = LegacyPicture.odd();
    public static final LegacyPicture DAMAGED = LegacyPicture.damaged();

    /// A user as cookies knew him, who has marked [#PLAIN].
    public static final String USER = "9f86d081-884c-7d65 a/+%\u00fc";

    private static final String DESIGN = """
            {"_id": "_design/%s", "views": {"all": {"map": "function(doc) { emit(doc._id, null); }"}}}""";

    /// Makes the databases, and everything in them.
    public LegacyDatabase write() {
        couch.send("PUT", "/" + pictures, "");
        couch.send("PUT", "/" + marks, "");
        TURNED.forEach(this::write);
        List.of(PLAIN, UNDECODED, ODD, DAMAGED).forEach(this::write);
        for (String design : List.of("huimages", "old")) {
            couch.send("POST", "/" + pictures, DESIGN.formatted(design));
            couch.send("POST", "/" + marks, DESIGN.formatted(design));
        }
        couch.send("POST", "/" + marks, """
                {"_id": "%1$s-%2$s", "imageid": "%1$s", "userid": "%2$s", "tags": ["bock", "zw\u00f6lf"],
                 "favorite": true, "rating": 7, "since": 1.50, "void": null}
                """.formatted(PLAIN.id(), USER));
        return this;
    }

    private void write(LegacyPicture picture) {
        couch.send("POST", "/" + pictures, picture.json());
    }
}
