package org.huimages.cli.shell;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// What is wrong with a file, in words: those of Java are often its name alone.
public final class FileTrouble {
    private FileTrouble() {}

    public static String words(IOException trouble) {
        return switch (trouble) {
            case NoSuchFileException missing -> missing.getFile() + ": there is no such file or folder";
            case AccessDeniedException closed -> closed.getFile() + ": permission denied";
            case FileAlreadyExistsException there -> there.getFile() + ": is there already";
            case DirectoryNotEmptyException full -> full.getFile() + ": the folder is not empty";
            case NotDirectoryException file -> file.getFile() + ": is not a folder";
            case FileSystemException other -> other.getFile() + ": " + other.getReason();
            default -> String.valueOf(trouble.getMessage());
        };
    }
}
