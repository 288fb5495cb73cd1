package org.decisiongates.sandbox.jira.web.frame;

import java.util.Map;

/** What a page replies: something to show, somewhere else to go, or that it is done. */
public sealed interface Answer {

    /** A template inside the frame; {@code context} is what the template names. */
    record View(String title, String template, Map<String, Object> context, Place place) implements Answer {
    }

    /** Go there, a path below the context path. */
    record Redirect(String path) implements Answer {
    }

    /** It is done: a dialog closes, a page goes there. */
    record Done(String path) implements Answer {
    }

    static Answer done(String path) {
        return new Done(path);
    }

    static Answer view(String title, String template, Map<String, Object> context, Place place) {
        return new View(title, template, context, place);
    }

    static Answer redirect(String path) {
        return new Redirect(path);
    }
}
