package org.huimages.bench.catalog;

import java.util.Random;
import org.huimages.url.ImageId;

/// What calls of a catalog are about: always the same sequence of pictures, tags, words and users.
final class Choice {
    /// One in five pictures has it, as a tag or in its title.
    static final String FREQUENT = SampleCatalog.word(1);

    private static final int MIDDLE = 16;

    private final int pictures;
    private final Random random = new Random(1);

    /// @param pictures how many are there
    Choice(int pictures) {
        this.pictures = pictures;
    }

    int number() {
        return random.nextInt(pictures);
    }

    ImageId present() {
        return SampleCatalog.id(number());
    }

    ImageId absent() {
        return SampleCatalog.id(-1 - random.nextInt(Integer.MAX_VALUE));
    }

    /// A picture in the first half, so that a whole page follows.
    ImageId early() {
        ImageId id = present();
        return id.text().charAt(0) < 'A' + MIDDLE ? id : early();
    }

    String tag() {
        return SampleCatalog.frequentWord(random, SampleCatalog.TAGS);
    }

    String word() {
        return SampleCatalog.frequentWord(random, SampleCatalog.WORDS);
    }

    String beginning(String word) {
        return word.substring(0, random.nextInt(1 + Math.min(word.length(), 4)));
    }

    String user() {
        return SampleCatalog.user(random);
    }
}
