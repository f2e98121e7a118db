package org.huimages.webapp.api;

import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.webapp.http.Access;

/// The picture that a call names.
///
/// A private one is there for readers alone. Everybody else is told what he would be told if it had never been
/// uploaded, so that nobody can try out which pictures there are.
record Pictures(Catalog catalog) {

    /// The document, deleted or not.
    ///
    /// @throws FailureException [Failure.NotFound] if it is not there for this caller
    ImageDocument known(Call call) {
        return catalog.find(call.id())
                .filter(document -> !document.state().hidden() || call.may(Access.READER))
                .orElseThrow(Call::noPicture);
    }

    /// The document.
    ///
    /// @throws FailureException [Failure.NotFound]; [Failure.Gone]
    ImageDocument present(Call call) {
        ImageDocument document = known(call);
        if (document.isDeleted()) {
            throw gone().exception();
        }
        return document;
    }

    static Failure gone() {
        return new Failure.Gone("the picture was deleted");
    }
}
