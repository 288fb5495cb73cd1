package org.decisiongates.sandbox.host;

import java.util.Map;

/** Renders Velocity 1.6.4 templates. Every reference is escaped unless it says that it is HTML. */
public final class Templates {

    /** A page of the host: a template on the class path; free to call any method. */
    public String renderHost(String classpathTemplate, Map<String, Object> context) {
        throw new UnsupportedOperationException();
    }

    /** A plugin's own template: only calls on its allow-list reach their objects. */
    public String renderPlugin(Module module, String template, Map<String, Object> context) {
        throw new UnsupportedOperationException();
    }
}
