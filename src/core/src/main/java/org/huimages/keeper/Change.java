package org.huimages.keeper;

import java.nio.file.Path;

/// Something that is being added to or taken from one picture's folder. Whatever is done to the files is done
/// between its opening and its closing.
public final class Change implements AutoCloseable {
    private final CacheTree tree;
    private final Ledger ledger;
    private final int prefix;
    private Use more = Use.NONE;

    Change(CacheTree tree, Ledger ledger, int prefix) {
        this.tree = tree;
        this.ledger = ledger;
        this.prefix = prefix;
        ledger.begin(prefix);
    }

    /// Notes what is there now under this name, if there is a file.
    public void added(Path file) {
        tree.look(file).ifPresent(there -> more = more.plus(new Use(there.bytes(), 1)));
    }

    /// Notes a folder that is there now.
    public void addedFolder(Path folder) {
        more = more.plus(new Use(tree.bytesOfFolder(folder), 0));
    }

    /// Notes a file that is about to be removed or replaced, if it is there.
    public void removing(Path file) {
        tree.look(file).ifPresent(there -> more = more.minus(new Use(there.bytes(), 1)));
    }

    /// Notes the folder of a picture that is about to be removed with all that is in it, if it is there.
    public void removingFolder(Path picture) {
        more = more.minus(tree.use(picture));
    }

    /// Nothing came of it.
    public void undo() {
        more = Use.NONE;
    }

    @Override
    public void close() {
        ledger.end(prefix, more);
    }
}
