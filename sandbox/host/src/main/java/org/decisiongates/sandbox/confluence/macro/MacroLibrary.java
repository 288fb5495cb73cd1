package org.decisiongates.sandbox.confluence.macro;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.decisiongates.sandbox.host.Module;
import org.decisiongates.sandbox.host.Modules;
import org.decisiongates.sandbox.host.Texts;

/** All macros that pages can call right now: a plugin's macro counts as long as the plugin is enabled. */
public final class MacroLibrary {

    private static final String ELEMENT = "xhtml-macro";

    private final Modules modules;
    private final Texts texts;
    private final List<WikiMacro> builtIn = BuiltInMacro.all();
    private final Map<Module, PluginMacro> made = new ConcurrentHashMap<>();

    public MacroLibrary(Modules modules, Texts texts) {
        this.modules = modules;
        this.texts = texts;
    }

    /** Makes every plugin's macro, so that one that cannot be made fails the plugin at once. */
    public void load() {
        modules.ofType(ELEMENT).forEach(module -> macro(module).load());
    }

    /** The macro that pages call by that name. */
    public Optional<WikiMacro> named(String name) {
        return all().stream().filter(macro -> macro.answersTo(name)).findFirst();
    }

    /** What authors may choose from, by label. */
    public List<MacroDescription> offered() {
        return all().stream().map(macro -> macro.description(texts)).filter(description -> !description.hidden())
                .sorted(Comparator.comparing(MacroDescription::label, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    private List<WikiMacro> all() {
        List<WikiMacro> all = new ArrayList<>(builtIn);
        List<Module> enabled = modules.ofType(ELEMENT);
        // A plugin that is gone must not be kept in memory by its macros.
        made.keySet().retainAll(enabled);
        enabled.forEach(module -> all.add(macro(module)));
        return all;
    }

    private PluginMacro macro(Module module) {
        return made.computeIfAbsent(module, PluginMacro::new);
    }
}
