package org.decisiongates.sandbox.host;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.w3c.dom.Element;

/** Which elements of a descriptor are modules, and which of them concern a product. */
final class ModuleTypes {

    private static final Set<String> NOT_MODULES = Set.of("plugin-info", "resource");
    private static final Set<String> SHARED = Set.of("ao", "rest", "rest-migration", "servlet", "servlet-filter", "velocity-allowlist",
            "web-section", "web-item", "web-panel", "web-resource");
    private static final Map<String, Set<String>> OF_PRODUCTS = Map.of(
            "jira", Set.of("workflow-validator", "workflow-condition", "workflow-function", "jql-function",
                    "issue-tabpanel", "project-permission"),
            "confluence", Set.of("xhtml-macro", "blueprint", "content-template"));

    /** Elements whose text is a class name; everywhere else class names are in {@code class} attributes. */
    private static final Set<String> CLASS_TEXTS = Set.of("validator-class", "condition-class", "function-class", "entity", "upgradeTask");

    private ModuleTypes() {
    }

    /** The modules meant for this product. One whose type nobody here knows fails the plugin. */
    static List<Element> of(String plugin, Element descriptor, String product) {
        List<Element> modules = Xml.children(descriptor).stream()
                .filter(one -> !NOT_MODULES.contains(one.getTagName())).filter(one -> meantFor(plugin, one, product)).toList();
        for (Element module : modules) {
            String type = module.getTagName();
            if (!SHARED.contains(type) && !OF_PRODUCTS.getOrDefault(product, Set.of()).contains(type)) {
                throw new PluginRefused(plugin, "<" + type + " key=\"" + module.getAttribute("key") + "\"> is a module type that "
                        + product + " does not know. Restrict it with application=, or teach the sandbox.");
            }
            if (module.getAttribute("key").isEmpty()) {
                throw new PluginRefused(plugin, "a <" + type + "> module has no key.");
            }
        }
        return modules;
    }

    /** Every class a module names. */
    static Stream<String> classes(Element module) {
        return Xml.tree(module).flatMap(one -> {
            String name = CLASS_TEXTS.contains(one.getTagName()) ? one.getTextContent().trim() : one.getAttribute("class");
            return name.isEmpty() || name.startsWith("bean:") ? Stream.empty() : Stream.of(name);
        });
    }

    private static boolean meantFor(String plugin, Element module, String product) {
        if (module.hasAttribute("application")) {
            return Stream.of(module.getAttribute("application").split(",")).map(String::trim).anyMatch(product::equals);
        }
        List<Element> restricts = Xml.children(module, "restrict");
        for (Element restrict : restricts) {
            if (!restrict.hasAttribute("application")) {
                throw new PluginRefused(plugin, "<restrict> of module " + module.getAttribute("key") + " has no application.");
            }
        }
        return restricts.isEmpty()
                || restricts.stream().anyMatch(one -> one.getAttribute("application").equals(product) && versionFits(one, product));
    }

    private static boolean versionFits(Element restrict, String product) {
        List<String> ranges = restrict.hasAttribute("version") ? List.of(restrict.getAttribute("version"))
                : Xml.children(restrict, "version").stream().map(one -> one.getTextContent().trim()).toList();
        org.osgi.framework.Version own = new org.osgi.framework.Version(
                product.toLowerCase(Locale.ROOT).equals("jira") ? "11.3.0" : "10.2.0");
        return ranges.isEmpty() || ranges.stream()
                .anyMatch(range -> new org.osgi.framework.VersionRange(range.replace("(,", "[0,").replace(",)", ",999)")).includes(own));
    }
}
