package org.huimages.archive;

import java.nio.file.Path;
import org.huimages.failure.Failure;
import org.huimages.job.Arguments;
import org.huimages.job.Parameter;

/// Where archives are.
///
/// @param folder below which each has its own
/// @param text what entries are written as
public record Archives(Path folder, EntryText text) {
    static final Parameter.Folder FOLDER = new Parameter.Folder("folder");

    /// @throws org.huimages.failure.FailureException [Failure.Unprocessable] if none is named
    ArchiveFolder of(Arguments arguments) {
        return arguments
                .text(FOLDER)
                .map(name -> new ArchiveFolder(folder.resolve(name)))
                .orElseThrow(() -> new Failure.Unprocessable("'folder' is missing: " + FOLDER.form()).exception());
    }
}
