package org.huimages.testkit.hostile;

import java.util.function.Supplier;

/// A file that means harm.
///
/// @param name what it does
/// @param fate what has to become of it
/// @param content makes it; large ones only live as long as they are needed
public record HostileFile(String name, Fate fate, Supplier<byte[]> content) {

    /// What an upload of the file comes to.
    public enum Fate {
        /// It is refused, as it has to be.
        REFUSED,
        /// It looks worse than it is: it is a picture, and comes out as one.
        TAKEN,
        /// A decoder may see it either way.
        EITHER
    }

    static HostileFile refused(String name, Supplier<byte[]> content) {
        return new HostileFile(name, Fate.REFUSED, content);
    }

    static HostileFile taken(String name, Supplier<byte[]> content) {
        return new HostileFile(name, Fate.TAKEN, content);
    }

    static HostileFile either(String name, Supplier<byte[]> content) {
        return new HostileFile(name, Fate.EITHER, content);
    }

    public byte[] bytes() {
        return content.get();
    }

    @Override
    public String toString() {
        return name;
    }
}
