package org.huimages.cli.picture;

import java.util.List;
import org.huimages.cli.shell.Exit;
import org.huimages.cli.shell.Refused;
import org.huimages.cli.shell.Shell;
import org.huimages.client.HuImagesException;
import org.huimages.url.ImageId;

/// The same for each of several pictures: trouble with one is said, and the next one has its turn, unless it would fare
/// no better.
final class EachPicture {
    private EachPicture() {}

    /// What is done to one.
    interface Step {
        void on(ImageId id);
    }

    /// @return one of [Exit], that of the last trouble
    static int of(Shell shell, List<ImageId> ids, Step step) {
        int code = Exit.DONE;
        for (ImageId id : ids) {
            try {
                step.on(id);
            } catch (HuImagesException | Refused trouble) {
                code = Exit.of(trouble);
                if (code == Exit.NO_SERVER || code == Exit.REFUSED) {
                    throw trouble;
                }
                shell.complain(id + ": " + trouble.getMessage());
            }
        }
        return code;
    }

    static Refused missing() {
        return new Refused(Exit.NOTHING, "there is no such picture");
    }
}
