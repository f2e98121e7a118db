package org.huimages.cli.server;

import org.huimages.cli.shell.Shell;

/// The command that all others are below.
public interface HasShell {
    Shell shell();
}
