package org.decisiongates.sandbox.host.template;

import java.io.InputStream;
import java.io.StringWriter;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.apache.commons.collections.ExtendedProperties;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.runtime.resource.Resource;
import org.apache.velocity.runtime.resource.loader.ResourceLoader;

/** One Velocity engine: where its templates come from, and which calls they may make. */
public final class TemplateEngine {

    private final VelocityEngine engine = new VelocityEngine();
    private final Function<String, Optional<URL>> source;

    public TemplateEngine(Function<String, Optional<URL>> source, CallPolicy calls) {
        this.source = source;
        engine.setProperty("resource.loader", "box");
        engine.setProperty("box.resource.loader.instance", new Loader(source));
        engine.setProperty("box.resource.loader.cache", "true");
        engine.setProperty("input.encoding", "UTF-8");
        engine.setProperty("output.encoding", "UTF-8");
        engine.setProperty("velocimacro.library", "");
        engine.setProperty("resource.manager.logwhenfound", "false");
        engine.setProperty("runtime.log.logsystem", new TemplateLog());
        engine.setProperty("runtime.introspector.uberspect", GuardedUberspect.class.getName());
        engine.setApplicationAttribute(CallPolicy.class.getName(), calls);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Velocity finds its parts through the context loader, which may be a plugin's right now.
        thread.setContextClassLoader(TemplateEngine.class.getClassLoader());
        try {
            engine.init();
        } catch (Exception e) {
            throw new IllegalStateException("Velocity does not start", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    public boolean has(String name) {
        return source.apply(name).isPresent();
    }

    /** Renders a template file. */
    public String render(String name, Map<String, Object> values) {
        StringWriter out = new StringWriter();
        try {
            engine.getTemplate(name, "UTF-8").merge(context(values), out);
        } catch (ResourceNotFoundException e) {
            throw new IllegalArgumentException("There is no template " + name, e);
        } catch (Exception e) {
            throw new IllegalStateException("Template " + name + " fails: " + e.getMessage(), e);
        }
        return out.toString();
    }

    /** Renders a template given as text. */
    public String renderText(String text, Map<String, Object> values) {
        return evaluate(text, context(values));
    }

    /** Expands references for plain text, for example in the link of a web item; the result is not escaped. */
    public String expand(String text, Map<String, Object> values) {
        return text.indexOf('$') < 0 && text.indexOf('#') < 0 ? text : evaluate(text, new VelocityContext(new java.util.HashMap<>(values)));
    }

    private String evaluate(String text, VelocityContext context) {
        StringWriter out = new StringWriter();
        try {
            engine.evaluate(context, out, "text", text);
        } catch (Exception e) {
            throw new IllegalStateException("Template text fails: " + e.getMessage(), e);
        }
        return out.toString();
    }

    private static VelocityContext context(Map<String, Object> values) {
        VelocityContext context = new VelocityContext(new java.util.HashMap<>(values));
        EventCartridge cartridge = new EventCartridge();
        cartridge.addReferenceInsertionEventHandler(new Escaping());
        cartridge.attachToContext(context);
        return context;
    }

    /** Velocity's way to templates; they never change while the engine lives. */
    private static final class Loader extends ResourceLoader {

        private final Function<String, Optional<URL>> source;

        Loader(Function<String, Optional<URL>> source) {
            this.source = source;
        }

        @Override
        public void init(ExtendedProperties configuration) {
            // Everything came with the constructor.
        }

        @Override
        public InputStream getResourceStream(String name) throws ResourceNotFoundException {
            try {
                return source.apply(name).orElseThrow(() -> new ResourceNotFoundException("There is no template " + name)).openStream();
            } catch (java.io.IOException e) {
                throw new ResourceNotFoundException("Template " + name + " cannot be read: " + e);
            }
        }

        @Override
        public boolean isSourceModified(Resource resource) {
            return false;
        }

        @Override
        public long getLastModified(Resource resource) {
            return 0;
        }
    }
}
