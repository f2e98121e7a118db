package org.huimages.webapp.picture;

import java.time.Duration;
import org.huimages.rendition.SizePolicy;

/// What the picture servlet goes by.
///
/// @param timeout of one render; a little later the request is answered whatever happens
/// @param cluster the two digits that end the IDs of this server
/// @param sizes which renditions may be made
public record PictureRules(Duration timeout, String cluster, SizePolicy sizes) {}
