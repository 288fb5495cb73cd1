package org.decisiongates.sandbox.host.sal;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.function.Supplier;

import com.atlassian.templaterenderer.RenderingException;

import org.decisiongates.sandbox.host.Plugin;
import org.decisiongates.sandbox.host.Templates;

/** The template renderer of one plugin: it finds that plugin's templates and applies its allow-list. */
public record SandboxTemplateRenderer(Templates templates, Supplier<Plugin> plugin) {

    public void render(String templateName, Map<String, Object> context, Writer writer) throws IOException {
        String html;
        try {
            html = templates.renderPlugin(plugin.get(), templateName, context);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new RenderingException(e.getMessage(), e);
        }
        writer.write(html);
    }
}
