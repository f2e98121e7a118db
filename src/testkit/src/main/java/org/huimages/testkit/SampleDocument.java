package org.huimages.testkit;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.huimages.catalog.Description;
import org.huimages.catalog.Facts;
import org.huimages.catalog.Focus;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.JsonText;
import org.huimages.catalog.Placeholder;
import org.huimages.catalog.State;
import org.huimages.catalog.Timestamp;
import org.huimages.header.Orientation;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;

/// A document in the making: that of a photograph, but for what is said otherwise.
public final class SampleDocument {
    private final int number;
    private ImageFormat format = ImageFormat.JPEG;
    private Dimensions dimensions = new Dimensions(3024, 4032);
    private Orientation orientation = Orientation.TURN_RIGHT;
    private String sha256;
    private String filename = "IMG_0815.JPG";
    private List<String> titles = List.of();
    private Timestamp created = Samples.EARLIER;
    private Timestamp modified = Samples.EARLIER;
    private Focus focus = Focus.NONE;
    private boolean proven = true;
    private State state = State.FINE;
    private Optional<Placeholder> placeholder = Optional.empty();
    private final TreeMap<String, JsonText> others = new TreeMap<>();

    /// That of the picture [Samples#id].
    public SampleDocument(int number) {
        this.number = number;
        this.sha256 = Samples.sha256(number);
    }

    public SampleDocument format(ImageFormat newFormat) {
        format = newFormat;
        return this;
    }

    public SampleDocument dimensions(int width, int height) {
        dimensions = new Dimensions(width, height);
        return this;
    }

    public SampleDocument orientation(Orientation newOrientation) {
        orientation = newOrientation;
        return this;
    }

    public SampleDocument sha256(String newSum) {
        sha256 = newSum;
        return this;
    }

    public SampleDocument filename(String newName) {
        filename = newName;
        return this;
    }

    public SampleDocument titles(String... newTitles) {
        titles = List.of(newTitles);
        return this;
    }

    public SampleDocument created(Timestamp moment) {
        created = moment;
        return this;
    }

    public SampleDocument modified(Timestamp moment) {
        modified = moment;
        return this;
    }

    public SampleDocument focus(Focus newFocus) {
        focus = newFocus;
        return this;
    }

    public SampleDocument state(State newState) {
        state = newState;
        return this;
    }

    public SampleDocument placeholder(String uri) {
        placeholder = Optional.of(new Placeholder(uri));
        return this;
    }

    /// One to which another program has written this.
    public SampleDocument other(String name, String json) {
        others.put(name, new JsonText(json));
        return this;
    }

    /// One whose original nobody has looked at yet.
    public SampleDocument unproven() {
        proven = false;
        return this;
    }

    /// What was described; more than 2 GB long, so that an int does not do.
    public ImageDocument get() {
        return new ImageDocument(
                Samples.id(number),
                proven ? Optional.of(facts()) : Optional.empty(),
                Description.named(filename).withTitles(titles),
                created,
                modified,
                focus,
                state,
                "ann",
                others);
    }

    private Facts facts() {
        return new Facts(format, dimensions, orientation, 5_000_000_000L, sha256, placeholder);
    }
}
