package org.huimages.it;

import java.io.IOException;

/// Stands for Maven: a JVM that starts the launcher as its child, and waits.
final class Parent {
    private Parent() {}

    public static void main(String[] command) throws IOException, InterruptedException {
        System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
    }
}
