package org.huimages.webapp.picture;

import org.apache.catalina.Context;
import org.apache.catalina.WebResource;
import org.apache.catalina.webresources.StandardRoot;
import org.huimages.rendition.RenditionCache;

/// The cache's folder as the only place where Tomcat's machinery looks: one look at a file for a request, no
/// memory of what was there or was not, no archive searched. What appears or vanishes is seen at once.
final class CacheResources extends StandardRoot {
    private final RenditionCache cache;

    CacheResources(Context context, RenditionCache cache) {
        super(context);
        this.cache = cache;
    }

    /// @param path in the cache, with `/` between folders
    /// @throws FileVanished if there is no such file
    @Override
    public WebResource getResource(String path) {
        return CacheFile.find(this, cache.at(path));
    }
}
