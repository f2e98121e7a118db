package org.huimages.url;

/// What a path means: the answer of [ImagePath#parse].
public sealed interface ParsedPath {
    /// The path is the address of a picture, in its one plain form: `path.path()` is the text that was parsed.
    record Plain(ImagePath path) implements ParsedPath {}

    /// An old form of an address: answer 301. The target is plain, so that a redirect never leads to another.
    record Moved(ImagePath target) implements ParsedPath {}

    /// No address of a picture: answer 404.
    record Unknown() implements ParsedPath {}
}
