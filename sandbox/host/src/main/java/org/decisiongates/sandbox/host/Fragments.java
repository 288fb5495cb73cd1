package org.decisiongates.sandbox.host;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

import com.atlassian.plugin.web.Condition;
import com.atlassian.plugin.web.ContextProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

/** What plugins add to the product's pages: links, groups of links, panels. Conditions decide at every call. */
public final class Fragments {

    private static final Logger LOG = LoggerFactory.getLogger(Fragments.class);

    private final Modules modules;
    private final Templates templates;
    private final Texts texts;
    private final String contextPath;
    private final Map<Module, FragmentParts> prepared = new ConcurrentHashMap<>();
    private final Map<String, BiPredicate<Map<String, String>, Map<String, Object>>> hostConditions = new ConcurrentHashMap<>();

    private final Set<String> notForPanels = ConcurrentHashMap.newKeySet();

    Fragments(Modules modules, Templates templates, Texts texts, String contextPath) {
        this.modules = modules;
        this.templates = templates;
        this.texts = texts;
        this.contextPath = contextPath;
    }

    /** Plays one of the product's own conditions: class name as plugins write it; parameters and page context decide. */
    public void condition(String className, BiPredicate<Map<String, String>, Map<String, Object>> shows) {
        hostConditions.put(className, shows);
    }

    /**
     * Names of the page's context that conditions and context providers are given, and panels and links are not: the products' base
     * classes hand them on, while no documentation promises them to a panel.
     */
    public void onlyForConditions(String... names) {
        notForPanels.addAll(List.of(names));
    }

    /** Links of a section (for nested sections {@code location/key}), by weight. */
    public List<WebItem> items(String section, Map<String, Object> context) {
        List<WebItem> found = new ArrayList<>();
        for (Module module : shown("web-item", "section", section, context)) {
            Map<String, Object> values = context(module, context);
            Element link = Xml.child(module.xml(), "link");
            found.add(new WebItem(module.completeKey(), section, label(module, "label", values), url(link, values),
                    link == null ? "" : link.getAttribute("linkId"), Xml.text(module.xml(), "styleClass"),
                    label(module, "tooltip", values), weight(module), Xml.params(module.xml())));
        }
        found.sort(Comparator.comparingInt(WebItem::weight));
        return found;
    }

    public List<WebSection> sections(String location, Map<String, Object> context) {
        List<WebSection> found = new ArrayList<>();
        for (Module module : shown("web-section", "location", location, context)) {
            found.add(new WebSection(module.completeKey(), module.key(), location, label(module, "label", context(module, context)),
                    weight(module)));
        }
        found.sort(Comparator.comparingInt(WebSection::weight));
        return found;
    }

    /** Panels of a location, rendered. A panel that fails shows an error text in its place and is logged. */
    public List<WebPanel> panels(String location, Map<String, Object> context) {
        List<WebPanel> found = new ArrayList<>();
        for (Module module : shown("web-panel", "location", location, context)) {
            Map<String, Object> values = context(module, context);
            String html;
            try {
                html = prepared.get(module).html(values);
            } catch (RuntimeException | LinkageError e) {
                LOG.error("{} does not render", module, e);
                html = "<div class=\"aui-message aui-message-error\"><p>Error rendering '" + module.completeKey() + "'.</p></div>";
            }
            found.add(new WebPanel(module.completeKey(), module.key(), location, label(module, "label", values), weight(module), html));
        }
        found.sort(Comparator.comparingInt(WebPanel::weight));
        return found;
    }

    /** Makes the conditions, context provider and panel of a fragment; a class that cannot be made disables the plugin. */
    void prepare(Module module) {
        prepared.put(module, FragmentParts.of(module, templates, hostConditions));
    }

    void forget(String pluginKey) {
        prepared.keySet().removeIf(module -> module.pluginKey().equals(pluginKey));
    }

    private List<Module> shown(String type, String attribute, String place, Map<String, Object> context) {
        return modules.ofType(type).stream().filter(module -> module.xml().getAttribute(attribute).equals(place))
                .filter(module -> prepared.get(module).shows(module, context)).toList();
    }

    private Map<String, Object> context(Module module, Map<String, Object> context) {
        Map<String, Object> values = new HashMap<>(context);
        values.keySet().removeAll(notForPanels);
        values.putAll(prepared.get(module).more(context));
        return values;
    }

    private String label(Module module, String element, Map<String, Object> context) {
        Element label = Xml.child(module.xml(), element);
        if (label == null) {
            return "";
        }
        String text = label.hasAttribute("key") ? texts.text(label.getAttribute("key"), arguments(label, context))
                : label.getTextContent().trim();
        return templates.expand(text, context);
    }

    private Object[] arguments(Element label, Map<String, Object> context) {
        return Xml.params(label).values().stream().map(value -> (Object) templates.expand(value, context)).toArray();
    }

    private String url(Element link, Map<String, Object> context) {
        if (link == null) {
            return "";
        }
        String url = templates.expand(link.getTextContent().trim(), context);
        return url.startsWith("/") && !"true".equals(link.getAttribute("absolute")) ? contextPath + url : url;
    }

    private static int weight(Module module) {
        String weight = module.xml().getAttribute("weight");
        return weight.isEmpty() ? 1000 : Integer.parseInt(weight);
    }

    /** What a fragment is made of, besides its XML. */
    private record FragmentParts(Rule rule, ContextProvider provider, Panel panel) {

        /** Whether a fragment shows in a context. */
        private interface Rule {
            boolean shows(Map<String, Object> context);
        }

        /** How a panel becomes HTML. */
        private interface Panel {
            String html(Map<String, Object> context);
        }

        static FragmentParts of(Module module, Templates templates,
                Map<String, BiPredicate<Map<String, String>, Map<String, Object>>> host) {
            ContextProvider provider = null;
            Element declared = Xml.child(module.xml(), "context-provider");
            if (declared != null) {
                provider = module.create(ContextProvider.class, declared.getAttribute("class"));
                provider.init(Xml.params(declared));
            }
            return new FragmentParts(all(module, module.xml(), "AND", host), provider, panel(module, templates));
        }

        boolean shows(Module module, Map<String, Object> context) {
            try {
                return rule.shows(context);
            } catch (RuntimeException e) {
                LOG.error("A condition of {} failed; it is not shown", module, e);
                return false;
            }
        }

        Map<String, Object> more(Map<String, Object> context) {
            return provider == null ? Map.of() : provider.getContextMap(new HashMap<>(context));
        }

        String html(Map<String, Object> context) {
            return panel.html(context);
        }

        private static Rule all(Module module, Element parent, String type,
                Map<String, BiPredicate<Map<String, String>, Map<String, Object>>> host) {
            List<Rule> rules = new ArrayList<>();
            for (Element child : Xml.children(parent)) {
                if (child.getTagName().equals("condition")) {
                    Rule one = one(module, child, host);
                    boolean inverted = "true".equals(child.getAttribute("invert"));
                    rules.add(context -> inverted != one.shows(context));
                } else if (child.getTagName().equals("conditions")) {
                    rules.add(all(module, child, child.getAttribute("type").toUpperCase(java.util.Locale.ROOT), host));
                }
            }
            return "OR".equals(type) ? context -> rules.stream().anyMatch(rule -> rule.shows(context))
                    : context -> rules.stream().allMatch(rule -> rule.shows(context));
        }

        private static Rule one(Module module, Element element, Map<String, BiPredicate<Map<String, String>, Map<String, Object>>> host) {
            String className = element.getAttribute("class");
            Map<String, String> params = Xml.params(element);
            BiPredicate<Map<String, String>, Map<String, Object>> known = host.get(className);
            if (known != null) {
                module.load(className);
                return context -> known.test(params, context);
            }
            Condition condition = module.create(Condition.class, className);
            condition.init(params);
            return condition::shouldDisplay;
        }

        private static Panel panel(Module module, Templates templates) {
            if (!module.xml().getTagName().equals("web-panel")) {
                return context -> "";
            }
            if (module.xml().hasAttribute("class")) {
                var made = module.create(com.atlassian.plugin.web.api.model.WebPanel.class, module.xml().getAttribute("class"));
                return made::getHtml;
            }
            Element view = Xml.children(module.xml()).stream().filter(child -> child.getTagName().equals("resource")
                    && child.getAttribute("name").equals("view")).findFirst()
                    .orElseThrow(() -> new PluginRefused(module.pluginKey(), module + " has neither a class nor a resource named view."));
            if (!view.getAttribute("type").equals("velocity")) {
                throw new PluginRefused(module.pluginKey(), module + " has a view of type " + view.getAttribute("type")
                        + "; the sandbox renders velocity only.");
            }
            String location = view.getAttribute("location");
            if (!location.isEmpty() && !templates.has(module.plugin(), location)) {
                throw new PluginRefused(module.pluginKey(), module + " names template " + location + ", which is not in the jar.");
            }
            return location.isEmpty() ? context -> templates.renderText(module.plugin(), view.getTextContent(), context)
                    : context -> templates.renderPlugin(module, location, context);
        }
    }
}
