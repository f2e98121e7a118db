/// The addresses and the geometry of pictures, shared by server and client.
@org.jspecify.annotations.NullMarked
module org.huimages.url {
    requires static org.jspecify;

    exports org.huimages.url;
}
