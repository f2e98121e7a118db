package org.huimages.cli.server;

import java.io.Console;
import java.net.URI;
import java.util.Optional;
import org.huimages.cli.shell.Exit;
import org.huimages.cli.shell.Refused;
import org.huimages.cli.shell.Shell;
import org.huimages.client.HuImages;
import org.huimages.client.HuImagesBuilder;
import org.huimages.client.http.Connection;
import org.huimages.client.json.Json;
import org.huimages.url.SigningKeys;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What every command takes: which server, who asks it, in which form. An option comes before the environment, which
/// comes before the file.
public final class CommonOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = {"-s", "--server"},
            paramLabel = "URL",
            order = 90,
            description = "Address of the server, its context path included. (HUIMAGES_API_URL)")
    private Optional<String> server = Optional.empty();

    @Option(
            names = {"-u", "--user"},
            paramLabel = "NAME",
            order = 91,
            description =
                    "Who asks. The password is in HUIMAGES_PASSWORD or in the file, or asked for. (HUIMAGES_USER)")
    private Optional<String> user = Optional.empty();

    @Option(names = "--json", order = 92, description = "Answers as JSON, for other programs.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            order = 93,
            description = "No progress bar and no summary: what was asked for, and what went wrong.")
    private boolean quiet;

    private Optional<Profile> profile = Optional.empty();

    public boolean json() {
        return json;
    }

    public boolean quiet() {
        return quiet;
    }

    /// What surrounds the command; nobody watches a quiet one.
    public Shell shell() {
        Shell shell = ((HasShell) command.root().userObject()).shell();
        return quiet ? shell.unwatched() : shell;
    }

    /// Prints a line for people, or one of JSON.
    public void answer(String text, Json answer) {
        shell().out().println(json ? answer.text() : text);
    }

    /// Read once: what is wrong with it is said once.
    private Profile profile() {
        Profile read = profile.orElseGet(() -> Profile.of(shell()));
        profile = Optional.of(read);
        return read;
    }

    private String address(Profile profile) {
        String given = server.or(() -> profile.find("server"))
                .orElseThrow(() -> new Refused(
                        Exit.USAGE, "where is the server? Set --server, " + Profile.places(shell(), "server")));
        String plain = given.strip().replaceFirst("/+$", "").replaceFirst("/api$", "");
        if (!plain.matches("https?://[^/?#\\s]+[^?#\\s]*")) {
            throw new Refused(
                    Exit.USAGE,
                    "--server, or HUIMAGES_API_URL, has to be an address such as https://images.example.com, not '%s'"
                            .formatted(given));
        }
        return plain;
    }

    /// @throws IllegalArgumentException if a setting cannot be read
    public HuImages open() {
        Profile profile = profile();
        String address = address(profile);
        HuImagesBuilder builder =
                HuImages.builder(profile.find("pictures").orElse(address)).api(address);
        name(profile).ifPresent(name -> builder.user(name, password(profile, name)));
        profile.find("alt-addition").ifPresent(builder::altAddition);
        profile.find("signing-keys").map(SigningKeys::parse).ifPresent(builder::signingKeys);
        return builder.build();
    }

    /// For what the client has no call for.
    public Remote remote() {
        Profile profile = profile();
        Connection open = Connection.to(URI.create(address(profile)));
        return new Remote(name(profile)
                .map(name -> open.as(name, password(profile, name)))
                .orElse(open));
    }

    private Optional<String> name(Profile profile) {
        return user.or(() -> profile.find("user"));
    }

    /// Whose marks are meant, where nobody else is named.
    public String self() {
        return name(profile())
                .orElseThrow(
                        () -> new Refused(Exit.USAGE, "who are you? Set --user, " + Profile.places(shell(), "user")));
    }

    private String password(Profile profile, String name) {
        return profile.find("password").orElseGet(() -> asked(name));
    }

    @SuppressWarnings("SystemConsoleNull") // on Java 21 it still may be
    private String asked(String name) {
        Console console = System.console();
        if (console == null || !((HasShell) command.root().userObject()).shell().errForPeople()) {
            throw new Refused(Exit.USAGE, "no password for " + name + ": set " + Profile.places(shell(), "password"));
        }
        char[] typed = console.readPassword("Password of %s: ", name);
        return Optional.ofNullable(typed)
                .map(String::new)
                .orElseThrow(() -> new Refused(Exit.USAGE, "no password, no answer"));
    }
}
