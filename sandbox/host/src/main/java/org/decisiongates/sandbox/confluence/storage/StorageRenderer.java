package org.decisiongates.sandbox.confluence.storage;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Renders a page body to HTML: known markup stays, Confluence's own elements become HTML, everything else is dropped or escaped. */
public final class StorageRenderer {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final Surroundings around;
    private final Outline outline;
    private final ResourceLinks links;

    /** A renderer for one body: its outline gives the anchors of its headings. */
    public StorageRenderer(Surroundings around, Outline outline) {
        this.around = around;
        this.outline = outline;
        this.links = new ResourceLinks(around);
    }

    /** The HTML of everything below that element. */
    public String render(Element parent) {
        StringBuilder out = new StringBuilder();
        children(parent, out);
        return out.toString();
    }

    private void children(Element parent, StringBuilder out) {
        for (Node node : parent.children()) {
            if (node instanceof Element element) {
                element(element, out);
            } else {
                out.append(Html.escape(node.text()));
            }
        }
    }

    private void element(Element element, StringBuilder out) {
        switch (element.name()) {
            case "ac:structured-macro", "ac:macro" -> out.append(around.macro(call(element)));
            case "ac:link" -> links.link(element, body -> render(body), out);
            case "ac:image" -> links.image(element, out);
            case "ac:layout" -> wrap(element, "<div class=\"contentLayout2\">", "</div>", out);
            case "ac:layout-section" -> wrap(element, "<div class=\"columnLayout " + Html.escape(element.attribute("ac:type"))
                    + "\">", "</div>", out);
            case "ac:layout-cell" -> wrap(element, "<div class=\"cell\"><div class=\"innerCell\">", "</div></div>", out);
            case "ac:task-list" -> wrap(element, "<ul class=\"inline-task-list\">", "</ul>", out);
            case "ac:task" -> task(element, out);
            case "ac:emoticon" -> out.append(Html.escape(element.attribute("ac:emoji-fallback")));
            case "time" -> time(element, out);
            default -> markup(element, out);
        }
    }

    private void markup(Element element, StringBuilder out) {
        String name = element.name();
        if (KnownMarkup.isDropped(name.toLowerCase(Locale.ROOT))) {
            return;
        }
        if (!KnownMarkup.isKnown(name)) {
            children(element, out);
            return;
        }
        out.append('<').append(name);
        if (Outline.isHeading(name)) {
            out.append(" id=\"").append(Html.escape(outline.anchor(element))).append('"');
        }
        out.append(KnownMarkup.attributes(element));
        if (KnownMarkup.isEmpty(name)) {
            out.append("/>");
            return;
        }
        out.append('>');
        children(element, out);
        out.append("</").append(name).append('>');
    }

    private void wrap(Element element, String before, String after, StringBuilder out) {
        out.append(before);
        children(element, out);
        out.append(after);
    }

    private void task(Element task, StringBuilder out) {
        boolean done = task.first("ac:task-status").map(Element::text).orElse("").strip().equals("complete");
        out.append(done ? "<li class=\"checked\">" : "<li>");
        task.first("ac:task-body").ifPresent(body -> children(body, out));
        out.append("</li>");
    }

    private static void time(Element time, StringBuilder out) {
        try {
            LocalDate day = LocalDate.parse(time.attribute("datetime").strip());
            out.append("<time datetime=\"").append(day).append("\" class=\"date-lozenge\">").append(DAY.format(day)).append("</time>");
        } catch (DateTimeParseException e) {
            out.append(Html.escape(time.text()));
        }
    }

    private MacroCall call(Element macro) {
        Map<String, String> parameters = new LinkedHashMap<>();
        macro.all("ac:parameter").forEach(parameter -> parameters.put(parameter.attribute("ac:name"), links.value(parameter)));
        Optional<String> plain = macro.first("ac:plain-text-body").map(Element::text);
        Optional<Supplier<String>> rich = macro.first("ac:rich-text-body").map(body -> () -> render(body));
        return new MacroCall(macro.attribute("ac:name"), parameters, plain, rich);
    }
}
