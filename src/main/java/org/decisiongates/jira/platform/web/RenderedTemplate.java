package org.decisiongates.jira.platform.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

import com.atlassian.templaterenderer.TemplateRenderer;

/** A template of the app as text. */
public final class RenderedTemplate {

    private RenderedTemplate() {
    }

    /**
     * The template with {@code view} in it.
     *
     * @param template its path below the resources, with a slash before it
     */
    public static String of(TemplateRenderer renderer, String template, Object view) {
        StringWriter html = new StringWriter();
        try {
            renderer.render(template, Map.of("view", view), html);
        } catch (IOException e) {
            throw new UncheckedIOException("a string refused to be written to", e);
        }
        return html.toString();
    }
}
