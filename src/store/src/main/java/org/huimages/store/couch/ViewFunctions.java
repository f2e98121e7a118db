package org.huimages.store.couch;

/// What the functions of our views share, in the JavaScript of 2009, which every CouchDB understands.
///
/// They read documents as [DocumentReader] does and take words apart as [org.huimages.catalog.Words] does.
/// Engines that lack Unicode's tables know the letters of Western and Central Europe.
final class ViewFunctions {
    private static final String SHARED = """
            var ID = /^[A-Z2-7]{32}[0-9]{2}$/;
            function type(value) {
              return Object.prototype.toString.call(value);
            }
            function hex(text) {
              var all = '';
              for (var i = 0; i < text.length && i < %d; i++) {
                all += ('000' + text.charCodeAt(i).toString(16)).slice(-4);
              }
              return all;
            }
            """.formatted(Hex.LONGEST);

    private static final String SHELF = """
            function shelf() {
              if (type(doc.tombstone) === '[object Object]') {
                return doc.tombstone.erased === true ? 'n' : 't';
              }
              return doc.deleted === true ? 'n' : doc['private'] === true ? 'r' : 'e';
            }
            """;

    /// U+00C0 to U+017F without their accents.
    static final String PLAIN =
            "aaaaaa\u00e6ceeeeiiii\u00f0nooooo\u00d7\u00f8uuuuy\u00fe\u00dfaaaaaa\u00e6ceeeeiiii\u00f0nooooo\u00f7\u00f8uuuuy\u00fey"
                    + "aaaaaaccccccccdd\u0111\u0111eeeeeeeeeegggggggghh\u0127\u0127iiiiiiiii\u0131\u0133\u0133jjkk\u0138llllll\u0140"
                    + "\u0140\u0142\u0142nnnnnn\u0149\u014b\u014boooooo\u0153\u0153rrrrrrsssssssstttt\u0167\u0167uuuuuuuuuuuuwwyyyzzzzzzs";

    private static final String WORDS = """
            var PLAIN = '%s';
            var MARK = /[\\u0300-\\u036f]/g;
            var WORD = /[0-9a-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u2c00-\\ud7ff\\uf900-\\ufffd]+/g;
            try {
              MARK = new RegExp('\\\\p{M}+', 'gu');
              WORD = new RegExp('[\\\\p{L}\\\\p{N}]+', 'gu');
            } catch (e) {}
            function plain(text) {
              if (text.normalize) {
                return text.normalize('NFKD').replace(MARK, '').toLowerCase().replace(/\\u03c2/g, '\\u03c3');
              }
              return text.replace(MARK, '').toLowerCase().replace(/[\\u00c0-\\u017f]/g, function (letter) {
                return PLAIN.charAt(letter.charCodeAt(0) - 0xc0);
              });
            }
            function words(text, found) {
              var all = plain(text).match(WORD) || [];
              for (var i = 0; i < all.length; i++) {
                found[hex(all[i].substring(0, 64))] = true;
              }
            }
            function each(value, use) {
              var all = type(value) === '[object Array]' ? value : [value];
              for (var i = 0; i < all.length; i++) {
                use(all[i]);
              }
            }
            """.formatted(PLAIN);

    private ViewFunctions() {}

    /// A function over documents of pictures.
    ///
    /// @param body may use `shelf()`, `hex(text)`, `type(value)`
    static String ofPictures(String body) {
        return "function (doc) {\n" + SHARED + SHELF + "if (!ID.test(doc._id)) return;\n" + body + "}";
    }

    /// The same that may use `words(text, found)` and `each(value, use)` too.
    static String ofPicturesWithWords(String body) {
        return ofPictures(WORDS + body);
    }

    /// A function over marks.
    ///
    /// @param body may use `id`, `user`, `hex(text)`, `type(value)`, and `tags(use)`, which calls `use` with each
    ///     tag
    static String ofMarks(String body) {
        return "function (doc) {\n" + SHARED + """
                var split = doc._id.indexOf('-');
                var id = doc._id.substring(0, split);
                var user = doc._id.substring(split + 1);
                if (!ID.test(id)) return;
                function tags(use) {
                  var all = type(doc.tags) === '[object Array]' ? doc.tags : [doc.tags];
                  for (var i = 0; i < all.length; i++) {
                    if (typeof all[i] === 'string' && all[i] !== '') use(all[i]);
                  }
                }
                """ + body + "}";
    }

    /// The same that may use `words(text, found)` too.
    static String ofMarksWithWords(String body) {
        return ofMarks(WORDS + body);
    }
}
