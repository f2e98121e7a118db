package org.huimages.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.huimages.header.Orientation;
import org.huimages.pixel.Focal;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.Test;

class ImageDocumentTest {
    private static final Facts FACTS =
            new Facts(ImageFormat.JPEG, new Dimensions(2, 1), Orientation.UPRIGHT, 3, "0".repeat(64));
    private static final Tombstone TOMBSTONE = new Tombstone(new Timestamp("now"), "a mistake", "ann", false);

    @Test
    void savedAgainWhatIsNewIsAddedAndTheTimeOfModificationChanges() {
        ImageDocument document = document("name", List.of("one"), "then");
        ImageDocument later = document("other", List.of("two"), "now");
        ImageDocument saved = document.savedAgain(later);
        assertEquals(new Timestamp("then"), saved.created());
        assertEquals(new Timestamp("now"), saved.modified());
        assertEquals("name", saved.description().filename());
        assertEquals(List.of("one", "two"), saved.description().titles());
        assertEquals("uploader of name", saved.uploader());
    }

    @Test
    void savedAgainItIsBackFromTheTrashAsPrivateAndFocusedAsItWas() {
        Focus focus = Focus.NONE.movedTo(Optional.of(new Focal(0.1, 0.2)));
        State deleted = State.FINE.withHidden(true).withTombstone(Optional.of(TOMBSTONE));
        ImageDocument document = document("name", List.of(), "then").with(focus).with(deleted);
        assertFalse(document.isListed());
        ImageDocument back = document.savedAgain(document("name", List.of(), "now"));
        assertTrue(back.isListed());
        assertTrue(back.state().hidden());
        assertEquals(focus, back.focus());
    }

    @Test
    void aFocusCountsItsChanges() {
        Optional<Focal> point = Optional.of(new Focal(0.1, 0.2));
        Focus moved = Focus.NONE.movedTo(point);
        assertEquals(1, moved.revision());
        assertEquals(moved, moved.movedTo(point), "the same point is no change");
        assertEquals(2, moved.movedTo(Optional.empty()).revision(), "old crops must not come back");
        assertEquals(Focal.CENTRE, Focus.NONE.orCentre());
    }

    @Test
    void anAudienceSeesWhatItMay() {
        ImageDocument open = document("name", List.of(), "now");
        ImageDocument hidden = open.with(State.FINE.withHidden(true));
        ImageDocument deleted = open.with(State.FINE.withTombstone(Optional.of(TOMBSTONE)));
        ImageDocument broken =
                open.with(State.FINE.withBroken(Optional.of(new Broken(new Timestamp("now"), "cut off"))));
        assertTrue(Audience.PUBLIC.sees(open) && Audience.READERS.sees(open));
        assertTrue(!Audience.PUBLIC.sees(hidden) && Audience.READERS.sees(hidden));
        assertTrue(!Audience.PUBLIC.sees(deleted) && !Audience.READERS.sees(deleted));
        assertTrue(Audience.PUBLIC.sees(broken));
    }

    @Test
    void whatOlderSystemsCouldNotDecodeIsInNoListButNotDeleted() {
        ImageDocument unlisted = document("a.jpg", List.of(), "then").with(State.FINE.withUnlisted(true));
        assertTrue(!Audience.READERS.sees(unlisted) && !unlisted.isDeleted());
        assertTrue(unlisted.savedAgain(document("a.jpg", List.of(), "now")).isListed());
    }

    @Test
    void whatWasNeverLookedAtTakesTheFactsOfTheNextUpload() {
        ImageDocument known = document("a.jpg", List.of(), "now");
        ImageDocument unknown = new ImageDocument(
                known.id(),
                Optional.empty(),
                known.description(),
                known.created(),
                known.modified(),
                Focus.NONE,
                State.FINE,
                "");
        assertEquals(known.facts(), Catalog.merged(unknown, known).facts());
        assertEquals(known.facts(), Catalog.merged(known, unknown).facts());
        assertEquals(known.facts(), unknown.with(FACTS).facts());
    }

    private static ImageDocument document(String filename, List<String> titles, String moment) {
        return new ImageDocument(
                ImageId.of(new byte[20], "01"),
                Optional.of(FACTS),
                Description.named(filename).withTitles(titles),
                new Timestamp(moment),
                new Timestamp(moment),
                Focus.NONE,
                State.FINE,
                "uploader of " + filename);
    }
}
