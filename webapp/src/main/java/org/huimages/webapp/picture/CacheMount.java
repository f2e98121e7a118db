package org.huimages.webapp.picture;

import jakarta.servlet.ServletContext;
import java.nio.file.Path;
import org.apache.catalina.Globals;
import org.apache.catalina.WebResourceRoot;
import org.apache.catalina.WebResourceRoot.ResourceSetType;
import org.huimages.rendition.RenditionCache;

/// Makes the cache's folder visible to Tomcat's file machinery, without XML.
public final class CacheMount {
    static final String PATH = "/WEB-INF/cache";

    private CacheMount() {}

    /// Mounts the folder before all other resources, so that no JAR is searched for a picture. Tomcat's own
    /// cache of resources is told to stay out: with it a file made after a miss stays missing for five seconds,
    /// and a removed one stays there as long.
    public static void mount(ServletContext context, Path folder) {
        WebResourceRoot root = (WebResourceRoot) context.getAttribute(Globals.RESOURCES_ATTR);
        root.createWebResourceSet(ResourceSetType.PRE, PATH, folder.toString(), null, "/");
        root.setCacheStrategy(path -> path.startsWith(PATH + "/"));
    }

    /// Mounts the folder that takes the cache's place while the disk is full.
    public static void mountSpare(ServletContext context, Path folder) {
        WebResourceRoot root = (WebResourceRoot) context.getAttribute(Globals.RESOURCES_ATTR);
        root.createWebResourceSet(ResourceSetType.PRE, PATH + "/" + RenditionCache.SPARE, folder.toString(), null, "/");
    }
}
