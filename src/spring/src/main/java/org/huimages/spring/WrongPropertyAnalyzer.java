package org.huimages.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says in one line what is wrong, in place of a stack trace.
final class WrongPropertyAnalyzer extends AbstractFailureAnalyzer<WrongPropertyException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, WrongPropertyException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()), "Set the property " + cause.property() + ".", cause);
    }
}
