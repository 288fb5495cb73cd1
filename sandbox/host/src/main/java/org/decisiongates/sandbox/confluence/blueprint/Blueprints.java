package org.decisiongates.sandbox.confluence.blueprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;
import org.w3c.dom.Element;

import org.decisiongates.sandbox.confluence.storage.Html;
import org.decisiongates.sandbox.confluence.storage.MalformedStorage;
import org.decisiongates.sandbox.confluence.storage.StorageFormat;
import org.decisiongates.sandbox.host.Module;
import org.decisiongates.sandbox.host.Modules;
import org.decisiongates.sandbox.host.PluginRefused;
import org.decisiongates.sandbox.host.Texts;
import org.decisiongates.sandbox.host.WebResources;
import org.decisiongates.sandbox.host.Xml;

/**
 * The blueprints of all plugins: a link of the create dialog names a blueprint, a blueprint names a template of the same plugin. A
 * plugin that names what is not there is refused when it starts. Only {@code create-result="edit"} is played: the page opens in the
 * editor. There is no wizard, no context provider and no index page.
 */
public final class Blueprints {

    private static final String SECTION = "system.create.dialog/content";
    private static final Pattern TEXT = Pattern.compile("<at:i18n\\s+at:key=\"([^\"]+)\"\\s*/>");

    private final Modules modules;
    private final Texts texts;
    private final WebResources resources;

    public Blueprints(Modules modules, Texts texts, WebResources resources) {
        this.modules = modules;
        this.texts = texts;
        this.resources = resources;
    }

    /** Looks at everything a blueprint is made of, so that one that cannot be used fails its plugin at once. */
    public void load() {
        modules.ofType("content-template").forEach(template -> {
            name(template);
            check(template);
        });
        modules.ofType("blueprint").forEach(blueprint -> {
            name(blueprint);
            template(blueprint);
            demand(blueprint.xml().hasAttribute("index-key"), blueprint, "has no index-key: pages made from it would have no label.");
            demand(blueprint.xml().getAttribute("create-result").equals("edit"), blueprint,
                    "has a create-result other than edit, which the sandbox does not play.");
            demand(Xml.child(blueprint.xml(), "dialog-wizard") == null, blueprint, "has a wizard, which the sandbox does not play.");
            demand(links().stream().anyMatch(link -> blueprintOf(link).equals(blueprint)), blueprint,
                    "is offered by no web-item in " + SECTION + ".");
        });
        links().forEach(this::describe);
    }

    /** What people may choose from. */
    public List<Blueprint> offered() {
        return links().stream().map(this::describe).toList();
    }

    /** What a page made from the blueprint holds at first; empty when there is no such blueprint. */
    public Optional<String> body(String key) {
        return modules.find(key).filter(module -> module.xml().getTagName().equals("blueprint")).map(this::template).map(this::expanded);
    }

    private List<Module> links() {
        return modules.ofType("web-item").stream().filter(link -> link.xml().getAttribute("section").equals(SECTION)).toList();
    }

    private Blueprint describe(Module link) {
        Module blueprint = blueprintOf(link);
        Element description = Xml.child(link.xml(), "description");
        demand(description != null && texts.knows(description.getAttribute("key")), link,
                "has no description, or one that is in no bundle.");
        Element icon = Xml.children(link.xml(), "resource").stream().filter(one -> one.getAttribute("name").equals("icon")).findFirst()
                .orElse(null);
        demand(icon != null, link, "has no resource named icon.");
        picture(link, icon.getAttribute("location"));
        return new Blueprint(blueprint.completeKey(), name(link), texts.text(description.getAttribute("key")),
                resources.url(link.completeKey(), "icon"));
    }

    private Module blueprintOf(Module link) {
        String key = link.pluginKey() + ":" + Xml.params(link.xml()).getOrDefault("blueprintKey", "");
        Optional<Module> blueprint = modules.find(key).filter(module -> module.xml().getTagName().equals("blueprint"));
        demand(blueprint.isPresent(), link, "names the blueprint " + key + ", which does not exist.");
        return blueprint.get();
    }

    private Module template(Module blueprint) {
        List<Element> refs = Xml.children(blueprint.xml(), "content-template");
        demand(refs.size() == 1, blueprint, "names " + refs.size() + " templates; the sandbox plays blueprints of one.");
        Optional<Module> template = modules.find(blueprint.pluginKey() + ":" + refs.get(0).getAttribute("ref"))
                .filter(module -> module.xml().getTagName().equals("content-template"));
        demand(template.isPresent(), blueprint, "names the template " + refs.get(0).getAttribute("ref") + ", which does not exist.");
        return template.get();
    }

    private void check(Module template) {
        String source = source(template);
        TEXT.matcher(source).results()
                .forEach(text -> demand(texts.knows(text.group(1)), template, "shows " + text.group(1) + ", which is in no bundle."));
        String body = expanded(template);
        demand(!body.contains("<at:"), template, "uses a variable, which the sandbox does not play.");
        try {
            StorageFormat.read(body);
        } catch (MalformedStorage e) {
            throw new PluginRefused(template.pluginKey(), template + " is no storage format: " + e.getMessage(), e);
        }
    }

    private String expanded(Module template) {
        return TEXT.matcher(source(template)).replaceAll(text -> Matcher.quoteReplacement(Html.escape(texts.text(text.group(1)))));
    }

    private String source(Module template) {
        Element file = Xml.children(template.xml(), "resource").stream().filter(one -> one.getAttribute("name").equals("template"))
                .findFirst().orElse(null);
        demand(file != null, template, "has no resource named template.");
        try (InputStream in = entry(template, file.getAttribute("location")).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void picture(Module link, String location) {
        try (InputStream in = entry(link, location).openStream()) {
            var picture = ImageIO.read(in);
            demand(picture != null && picture.getWidth() == 200 && picture.getHeight() == 150, link,
                    "has an icon that is not a picture of 200 by 150 pixels.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name(Module module) {
        String key = module.xml().getAttribute("i18n-name-key");
        demand(texts.knows(key), module, "has no i18n-name-key that is in a bundle.");
        return texts.text(key);
    }

    private static URL entry(Module module, String location) {
        return module.plugin().entry(location)
                .orElseThrow(() -> new PluginRefused(module.pluginKey(), module + " names " + location + ", which is not in the jar."));
    }

    private static void demand(boolean so, Module module, String otherwise) {
        if (!so) {
            throw new PluginRefused(module.pluginKey(), module + " " + otherwise);
        }
    }
}
