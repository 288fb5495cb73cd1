package org.decisiongates.sandbox.host;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The enabled modules of all plugins, in descriptor order; modules of another application are not among them. */
public final class Modules {

    private final List<Module> all = new CopyOnWriteArrayList<>();

    Modules() {
    }

    public List<Module> ofType(String element) {
        return all.stream().filter(module -> module.xml().getTagName().equals(element)).toList();
    }

    public Optional<Module> find(String completeKey) {
        return all.stream().filter(module -> module.completeKey().equals(completeKey)).findFirst();
    }

    /** Those of a plugin. */
    public List<Module> ofPlugin(String pluginKey) {
        return all.stream().filter(module -> module.pluginKey().equals(pluginKey)).toList();
    }

    void add(List<Module> modules) {
        all.addAll(modules);
    }

    void removeOf(String pluginKey) {
        all.removeIf(module -> module.pluginKey().equals(pluginKey));
    }
}
