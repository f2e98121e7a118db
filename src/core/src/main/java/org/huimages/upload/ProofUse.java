package org.huimages.upload;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.huimages.header.ImageHeader;
import org.huimages.level.Level;
import org.huimages.pixel.RenditionPlan;
import org.huimages.url.ImageId;

/// What use there is for the file that proves an upload: a picture is decoded to its end anyway, so it can be made
/// into something.
public interface ProofUse {
    /// None: it is made small, and thrown away.
    ProofUse NONE = new ProofUse() {
        @Override
        public Optional<Proof> proof(ImageHeader header, long length) {
            return Optional.empty();
        }

        @Override
        public void keep(ImageId id, Proof proof) {
            throw new IllegalStateException("there is none");
        }
    };

    /// What to make of an original, strictly and to its end.
    ///
    /// @param length of the file, in bytes
    Optional<Proof> proof(ImageHeader header, long length);

    /// Takes what was made; the picture is stored and catalogued, and its lock is held by the caller. Does not fail.
    void keep(ImageId id, Proof proof);

    /// What is to be made of an original.
    ///
    /// @param parts the first of the original, each other of the one before; one at least
    /// @param length of the original, in bytes
    record Proof(List<Part> parts, long length) {
        public Proof {
            parts = List.copyOf(parts);
        }

        /// The smallest.
        Path smallest() {
            return parts.getLast().file();
        }
    }

    /// One file.
    ///
    /// @param file where; whoever has it discards it
    record Part(Level level, RenditionPlan plan, Path file) {}
}
