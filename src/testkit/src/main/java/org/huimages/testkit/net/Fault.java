package org.huimages.testkit.net;

import java.time.Duration;

/// What [FaultProxy] does to one request and its answer.
public sealed interface Fault {

    /// Nothing.
    record None() implements Fault {}

    /// Each piece of the answer comes that much later.
    record Slow(Duration delay) implements Fault {}

    /// The request goes nowhere, and there is no answer.
    record Silence() implements Fault {}

    /// After so many bytes of the answer, its head included, the connection ends in order.
    record Truncated(long after) implements Fault {}

    /// After so many bytes of the answer, its head included, the connection is reset.
    record Reset(long after) implements Fault {}

    /// The byte at this place of the answer, its head not included, is another one.
    record WrongByte(long at) implements Fault {}

    /// The server is not asked; this is the answer.
    ///
    /// @param body XML, as S3 has it
    record Answer(int status, String body) implements Fault {}
}
