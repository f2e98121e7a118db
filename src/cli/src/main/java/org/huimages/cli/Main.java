package org.huimages.cli;

import org.huimages.cli.shell.Shell;

/// Start reading here.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Program.run(Shell.real(), arguments));
    }
}
