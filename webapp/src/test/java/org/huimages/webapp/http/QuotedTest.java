package org.huimages.webapp.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuotedTest {
    @Test
    void foreignTextStaysShortAndOnOneLine() {
        assertEquals("'a'", Quoted.of("a"));
        assertEquals("'a??b?c'", Quoted.of("a\r\nb\u2028c"));
        assertEquals("'" + "x".repeat(80) + "...'", Quoted.of("x".repeat(81)));
        assertEquals("'?'", Quoted.of("\uD800"));
    }
}
