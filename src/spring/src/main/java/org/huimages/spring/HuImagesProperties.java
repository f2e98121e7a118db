package org.huimages.spring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the client. What is empty is not set.
///
/// @param url What addresses of pictures begin with, such as https://images.example.com. Without it the variable
///     IMAGESERVERURL says it.
/// @param apiUrl Where calls go: the address of the server, which need not be that of the pictures. Without it only
///     addresses and tags are written.
/// @param user Who calls.
/// @param password Password of the one who calls.
/// @param altAddition Ends every alternative text that is written for a picture; no blank is put before it. Without it
///     the variable HUIMAGESALTADDITION says it.
/// @param signingKeys Keys that addresses are signed with: id:hex,id:hex. The first one signs.
/// @param signaturesValidFor How long signatures count, at least; twice that at most. For ever, if this is 0.
/// @param sslBundle Name of an SSL bundle that says whose certificates are trusted, and has ours if the server asks.
/// @param cache What is remembered of pictures.
@ConfigurationProperties("huimages")
public record HuImagesProperties(
        @DefaultValue("") String url,
        @DefaultValue("") String apiUrl,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String altAddition,
        @DefaultValue("") String signingKeys,
        @DefaultValue("0s") Duration signaturesValidFor,
        @DefaultValue("") String sslBundle,
        @DefaultValue Cache cache) {

    /// What is remembered of pictures.
    ///
    /// @param documents How many documents are remembered; some kB each.
    /// @param timeToLive How long they are: what is changed elsewhere meanwhile is seen later.
    public record Cache(
            @DefaultValue("10000") int documents,
            @DefaultValue("5m") Duration timeToLive) {}
}
