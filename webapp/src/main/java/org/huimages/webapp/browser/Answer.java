package org.huimages.webapp.browser;

import java.util.Map;

/// What a visitor gets.
sealed interface Answer {

    /// A page.
    ///
    /// @param name of the JSP
    /// @param title in words; empty for the start page
    /// @param model what the JSP reads, by name
    record Page(String name, int status, String title, Map<String, Object> model) implements Answer {
        static Page of(String name, String title, Map<String, Object> model) {
            return new Page(name, 200, title, model);
        }
    }

    /// 303 to another page.
    ///
    /// @param path below `/browser/`, encoded
    record See(String path) implements Answer {}

    /// One line, for programs.
    record Text(int status, String text) implements Answer {}
}
