package org.huimages.keeper;

import java.util.Optional;

/// Which names in the cache are ours. Whatever has another name is neither counted nor removed.
public interface CacheNames {

    /// Whether a folder of this name, in the folder of its first two characters, is that of a picture.
    boolean isPicture(String folder);

    /// What a file in the folder of a picture is; empty if it is none of ours.
    Optional<FileKind> kind(String folder, String file);
}
