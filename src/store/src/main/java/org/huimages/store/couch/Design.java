package org.huimages.store.couch;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/// A design document of ours: the views of one database.
///
/// @param views the functions, by name
/// @param sums names of the views whose values are added up
record Design(Map<String, String> views, Map<String, String> sums) {
    /// Another number with each change of a function: then the index is built anew.
    static final int VERSION = 1;

    /// Where documents lie.
    ///
    /// * `newest`: `[shelf, hex(ctime), ID]`
    /// * `words`: `[shelf, hex(word), ID]`, of titles, file name and references
    /// * `trash`: ID, of what can be restored
    /// * `shelves`: ID, its shelf
    static final Design PICTURES = new Design(
            Map.of(
                    "newest",
                    ViewFunctions.ofPictures("""
                            function time(value) {
                              return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
                            }
                            var created = time(doc.ctime);
                            if (created === null) created = time(doc.mtime);
                            if (shelf() === 'e' || shelf() === 'r') {
                              emit([shelf(), hex(created === null ? '' : created), doc._id], null);
                            }
                            """),
                    "words",
                    ViewFunctions.ofPicturesWithWords("""
                            var found = {}, name = doc.filename, key;
                            function text(value) {
                              if (typeof value === 'string') words(value, found);
                            }
                            function readable(value) {
                              words(JSON.stringify(value).replace(/\\\\(?:u([0-9a-fA-F]{4})|.)/g, function (all, code) {
                                return code ? String.fromCharCode(parseInt(code, 16)) : ' ';
                              }), found);
                            }
                            if (shelf() !== 'e' && shelf() !== 'r') return;
                            if (typeof name !== 'string') {
                              for (key in doc._attachments) {
                                if (typeof name !== 'string') name = key;
                              }
                            }
                            text(name);
                            if (doc.title) each(doc.title, text);
                            if (type(doc.references) === '[object Object]') {
                              for (key in doc.references) {
                                text(key);
                                each(doc.references[key], readable);
                              }
                            }
                            for (key in found) emit([shelf(), key, doc._id], null);
                            """),
                    "trash",
                    ViewFunctions.ofPictures("if (shelf() === 't') emit(doc._id, null);\n"),
                    "shelves",
                    ViewFunctions.ofPictures("emit(doc._id, shelf());\n")),
            Map.of());

    /// Where marks lie.
    ///
    /// * `tags`: ID, tag; as the pages of older systems had it
    /// * `documents`: tag, ID; added up, the number of marks with the tag; as older systems had it
    /// * `favorites`: user, ID; as older systems had it
    /// * `ratings`: ID, `[1, rating]`; added up, how many there are and their sum; as older systems had it
    /// * `tagged`: `[hex(tag), ID]`, the tag if that is longer than its key
    /// * `liked`: `[hex(user), ID]`, the user if that is longer than its key
    /// * `words`: `[hex(word), ID]`, of tags
    static final Design MARKS = new Design(
            Map.of(
                    "tags",
                    ViewFunctions.ofMarks("tags(function (tag) { emit(id, tag); });\n"),
                    "documents",
                    ViewFunctions.ofMarks("tags(function (tag) { emit(tag, id); });\n"),
                    "favorites",
                    ViewFunctions.ofMarks("if (doc.favorite === true) emit(user, id);\n"),
                    "ratings",
                    ViewFunctions.ofMarks("""
                            if (typeof doc.rating === 'number' && doc.rating >= 1 && doc.rating <= 10
                                && doc.rating === Math.floor(doc.rating)) {
                              emit(id, [1, doc.rating]);
                            }
                            """),
                    "tagged",
                    ViewFunctions.ofMarks("tags(function (tag) { emit([hex(tag), id], tag.length > " + Hex.LONGEST
                            + " ? tag : null); });\n"),
                    "liked",
                    ViewFunctions.ofMarks("if (doc.favorite === true) emit([hex(user), id], user.length > "
                            + Hex.LONGEST + " ? user : null);\n"),
                    "words",
                    ViewFunctions.ofMarksWithWords("""
                            var found = {}, key;
                            tags(function (tag) { words(tag, found); });
                            for (key in found) emit([key, id], null);
                            """)),
            Map.of("documents", "_count", "ratings", "_sum"));

    private static final String OWNER = "huImages";

    /// As it is stored.
    ///
    /// @param id `_design/huimages`
    JsonObject tree(String id) {
        JsonObject tree = new JsonObject();
        tree.addProperty("_id", id);
        tree.addProperty("owner", OWNER);
        tree.addProperty("version", VERSION);
        tree.addProperty("language", "javascript");
        JsonObject all = new JsonObject();
        new TreeMap<>(views).forEach((name, map) -> all.add(name, view(name, map)));
        tree.add("views", all);
        return tree;
    }

    private JsonObject view(String name, String map) {
        JsonObject view = new JsonObject();
        view.addProperty("map", map);
        if (sums.containsKey(name)) {
            view.addProperty("reduce", sums.get(name));
        }
        return view;
    }

    /// Whether a design document is one of ours, of whatever version.
    static boolean isOurs(JsonObject tree) {
        return Lenient.text(tree, "owner").filter(OWNER::equals).isPresent();
    }

    /// Whether it is one of ours that has to be replaced. One of a later release stays.
    static boolean isOld(JsonObject tree) {
        return Lenient.number(tree, "version", 0, Integer.MAX_VALUE).orElse(0L) < VERSION;
    }
}
