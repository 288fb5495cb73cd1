package org.decisiongates.sandbox.confluence.macro;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import com.atlassian.confluence.macro.Macro;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import org.decisiongates.sandbox.confluence.storage.MacroCall;
import org.decisiongates.sandbox.host.Module;
import org.decisiongates.sandbox.host.PluginRefused;
import org.decisiongates.sandbox.host.Texts;

/** A macro that a plugin declares with {@code <xhtml-macro>}. One instance, made in the plugin's context, serves all threads. */
final class PluginMacro implements WikiMacro {

    private final Module module;
    private volatile Macro macro;

    PluginMacro(Module module) {
        this.module = module;
    }

    /**
     * Makes the macro's object; a class that cannot be made is reported when the plugin starts, not when a page is read. So is a picture
     * with a relative address, for which the product was seen answering 500 where the editor shows the macro, and an empty address of its
     * documentation, of which nobody has seen what becomes.
     */
    void load() {
        String icon = module.xml().getAttribute("icon");
        if (!icon.isEmpty() && !icon.startsWith("/")) {
            throw new PluginRefused(module.pluginKey(), module + " has an icon with a relative address, " + icon + ".");
        }
        if (module.xml().hasAttribute("documentation-url") && module.xml().getAttribute("documentation-url").isBlank()) {
            throw new PluginRefused(module.pluginKey(), module + " has an empty documentation-url.");
        }
        if (macro == null) {
            synchronized (this) {
                if (macro == null) {
                    macro = module.create(Macro.class, module.xml().getAttribute("class"));
                }
            }
        }
    }

    @Override
    public String name() {
        return module.xml().getAttribute("name");
    }

    @Override
    public boolean answersTo(String called) {
        return name().equals(called)
                || children(module.xml(), "alias").stream().anyMatch(alias -> alias.getAttribute("name").equals(called));
    }

    @Override
    public MacroDescription description(Texts texts) {
        MacroTexts own = new MacroTexts(texts, module.pluginKey(), name());
        List<MacroDescription.Parameter> parameters = new ArrayList<>();
        children(module.xml(), "parameters")
                .forEach(list -> children(list, "parameter").forEach(one -> parameters.add(parameter(one, own))));
        List<String> categories = children(module.xml(), "category").stream().map(category -> category.getAttribute("name")).toList();
        return new MacroDescription(name(), own.label(), own.description(), categories, module.xml().getAttribute("icon"),
                module.xml().getAttribute("documentation-url"), module.xml().getAttribute("hidden").equals("true"), body(), own.bodyLabel(),
                parameters);
    }

    @Override
    public String execute(MacroCall call, Place place) throws Exception {
        load();
        String body = switch (body()) {
            case NONE -> "";
            case PLAIN_TEXT -> call.plainBody().orElse("");
            case RICH_TEXT -> call.bodyHtml();
        };
        return macro.execute(new LinkedHashMap<>(call.parameters()), body, new SandboxConversionContext(place));
    }

    private BodyKind body() {
        load();
        return BodyKind.valueOf(macro.getBodyType().name());
    }

    private static MacroDescription.Parameter parameter(Element xml, MacroTexts own) {
        String name = xml.getAttribute("name");
        List<MacroDescription.Choice> choices = children(xml, "value").stream().map(value -> value.getAttribute("name"))
                .map(value -> new MacroDescription.Choice(value, own.choice(name, value))).toList();
        return new MacroDescription.Parameter(name, own.parameterLabel(name), own.parameterDescription(name), xml.getAttribute("type"),
                xml.getAttribute("required").equals("true"), xml.getAttribute("hidden").equals("true"), xml.getAttribute("default"),
                choices);
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
