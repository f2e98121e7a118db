package org.huimages.scrub;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.huimages.job.Arguments;
import org.huimages.job.Parameter;

/// What is to be done about what a scrub finds.
///
/// @param quick whether originals are not read: only missing ones and wrong lengths are found
/// @param repair whether originals are taken from another store, and entries made for originals that have none
/// @param makePrivate whether nobody else is to read objects that anybody may read
/// @param salvage the folder for bytes that are not what their ID says
/// @param delete whether objects without an entry whose bytes are not what their ID says go
/// @param yesDelete so many may go, even where that looks like a mistake
record ScrubRule(
        boolean quick,
        boolean repair,
        boolean makePrivate,
        Optional<String> salvage,
        boolean delete,
        OptionalInt yesDelete) {

    private static final Parameter.Flag QUICK = new Parameter.Flag("quick");
    private static final Parameter.Flag REPAIR = new Parameter.Flag("repair");
    private static final Parameter.Flag MAKE_PRIVATE = new Parameter.Flag("makePrivate");
    private static final Parameter.Folder SALVAGE = new Parameter.Folder("salvage");
    private static final Parameter.Flag DELETE = new Parameter.Flag("delete");
    private static final Parameter.Whole YES_DELETE = new Parameter.Whole("yesDelete", 1, 100_000_000);

    static final List<Parameter> PARAMETERS = List.of(
            Parameter.DRY_RUN,
            Parameter.RATE,
            Parameter.AFTER,
            QUICK,
            REPAIR,
            MAKE_PRIVATE,
            SALVAGE,
            DELETE,
            YES_DELETE);

    /// Whether it may come to changes at all.
    boolean changes() {
        return repair || makePrivate || delete;
    }

    /// In a dry run nothing is done about anything.
    static ScrubRule of(Arguments arguments) {
        boolean real = !arguments.is(Parameter.DRY_RUN);
        return new ScrubRule(
                arguments.is(QUICK),
                real && arguments.is(REPAIR),
                real && arguments.is(MAKE_PRIVATE),
                arguments.text(SALVAGE).filter(name -> real),
                real && arguments.is(DELETE),
                arguments.number(YES_DELETE));
    }
}
