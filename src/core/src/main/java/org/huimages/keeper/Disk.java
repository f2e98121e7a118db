package org.huimages.keeper;

import java.nio.file.Path;

/// What a file system tells of itself.
@FunctionalInterface
public interface Disk {

    /// What is left where `folder` lies, in microseconds; [DiskSpace#UNKNOWN] where that cannot be told.
    DiskSpace space(Path folder);
}
