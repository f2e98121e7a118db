package org.huimages.store.file;

import java.io.IOException;
import java.nio.file.Path;
import org.huimages.failure.SetupException;

/// Opens a data folder, says how that went, and keeps it until its input ends.
final class OwningProgram {
    private OwningProgram() {}

    /// @param arguments the folder
    public static void main(String[] arguments) throws IOException {
        try (DataFolder data = DataFolder.open(Path.of(arguments[0]))) {
            System.out.println(data.path().isAbsolute() ? "owned" : "odd");
            System.in.readAllBytes();
        } catch (SetupException refused) {
            System.out.println("refused");
        }
    }
}
