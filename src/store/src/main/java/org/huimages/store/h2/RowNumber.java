package org.huimages.store.h2;

import java.util.Collection;
import org.huimages.url.ImageId;

/// Where the rows of pictures lie: in the order of their IDs, so that a page of a list reads neighbours, and an ID
/// alone leads to its row.
///
/// The number is the first 60 bits of the checksum. If another picture has that already, the next free one is taken;
/// so only the row tells whose it is.
final class RowNumber {
    private static final int DIGITS = 12;
    private static final int BITS = 5;
    private static final String ALPHABET = "234567ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private RowNumber() {}

    /// The one that a picture has, unless that was taken.
    static long of(ImageId id) {
        long number = 0;
        for (int index = 0; index < DIGITS; index++) {
            number = number << BITS | ALPHABET.indexOf(id.text().charAt(index));
        }
        return number;
    }

    /// For `= ANY(?)`, which looks for each of them.
    static Object array(Collection<ImageId> ids) {
        return ids.stream().map(RowNumber::of).toArray(Long[]::new);
    }
}
