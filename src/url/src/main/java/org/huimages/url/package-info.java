/// The address grammar and the geometry of huImages. The JDK and nothing else, so that client and server
/// share this very code and cannot disagree.
///
/// Start reading at [ImagePath]: `/240x160/{ID}/some-name.jpeg` is a [Size], an [ImageId], a free name and an
/// [Extension]. [ImagePath#parse] and [ImagePath#path] are inverses. [Dimensions#scaledTo] says how large the
/// picture behind an address is, before it exists.
///
/// All types here are immutable values that check themselves when they are made: what exists is right. No method
/// takes or gives `null`; parsing foreign text gives an empty result, never an exception.
@NullMarked
package org.huimages.url;

import org.jspecify.annotations.NullMarked;
