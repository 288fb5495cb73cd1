package org.decisiongates.sandbox.confluence.macro;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

import org.decisiongates.sandbox.confluence.storage.Html;
import org.decisiongates.sandbox.confluence.storage.MacroCall;
import org.decisiongates.sandbox.confluence.storage.Outline;
import org.decisiongates.sandbox.host.Texts;

/** A macro of the product itself; the handful that a page around ours is likely to use. */
final class BuiltInMacro implements WikiMacro {

    /** Stands in for a plugin key in the text keys of built-in macros. */
    private static final String OWNER = "confluence.macros";
    private static final Map<String, String> LOZENGES = Map.of("green", "success", "yellow", "moved", "red", "removed", "blue",
            "inprogress",
            "purple", "new");

    private final String name;
    private final String category;
    private final BodyKind body;
    private final List<Option> options;
    private final BiFunction<MacroCall, Outline, String> html;

    /** A parameter: type as in a descriptor, the first choice is the default. */
    private record Option(String name, String type, List<String> choices) {
    }

    private BuiltInMacro(String name, String category, BodyKind body, List<Option> options, BiFunction<MacroCall, Outline, String> html) {
        this.name = name;
        this.category = category;
        this.body = body;
        this.options = options;
        this.html = html;
    }

    static List<WikiMacro> all() {
        Option title = new Option("title", "string", List.of());
        return List.of(
                box("info", "information", title), box("tip", "tip", title), box("note", "note", title), box("warning", "warning", title),
                new BuiltInMacro("panel", "formatting", BodyKind.RICH_TEXT, List.of(title), (call, outline) -> panel(call)),
                new BuiltInMacro("code", "formatting", BodyKind.PLAIN_TEXT, List.of(title), (call, outline) -> code(call)),
                new BuiltInMacro("status", "formatting", BodyKind.NONE,
                        List.of(new Option("colour", "enum", List.of("Grey", "Red", "Yellow", "Green", "Blue")), title),
                        (call, outline) -> status(call)),
                new BuiltInMacro("toc", "navigation", BodyKind.NONE, List.of(new Option("maxLevel", "int", List.of())),
                        BuiltInMacro::contents));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public MacroDescription description(Texts texts) {
        MacroTexts own = new MacroTexts(texts, OWNER, name);
        List<MacroDescription.Parameter> parameters = options.stream().map(option -> new MacroDescription.Parameter(option.name(),
                own.parameterLabel(option.name()), own.parameterDescription(option.name()), option.type(), false, false,
                option.choices().isEmpty() ? "" : option.choices().get(0),
                option.choices().stream().map(value -> new MacroDescription.Choice(value, value)).toList())).toList();
        return new MacroDescription(name, own.label(), own.description(), List.of(category), "", "", false, body, own.bodyLabel(),
                parameters);
    }

    @Override
    public String execute(MacroCall call, Place place) {
        return html.apply(call, place.outline());
    }

    private static BuiltInMacro box(String name, String style, Option title) {
        return new BuiltInMacro(name, "formatting", BodyKind.RICH_TEXT, List.of(title),
                (call, outline) -> "<div class=\"confluence-information-macro confluence-information-macro-" + style + "\">"
                        + titleOf(call, "<p class=\"title\">", "</p>")
                        + "<span class=\"aui-icon aui-icon-small confluence-information-macro-icon\"></span>"
                        + "<div class=\"confluence-information-macro-body\">" + call.bodyHtml() + "</div></div>");
    }

    private static String panel(MacroCall call) {
        return "<div class=\"panel\">" + titleOf(call, "<div class=\"panelHeader\"><b>", "</b></div>") + "<div class=\"panelContent\">"
                + call.bodyHtml() + "</div></div>";
    }

    private static String code(MacroCall call) {
        return "<div class=\"code panel\">" + titleOf(call, "<div class=\"codeHeader panelHeader\"><b>", "</b></div>")
                + "<div class=\"codeContent panelContent\"><pre>" + Html.escape(call.plainBody().orElse("")) + "</pre></div></div>";
    }

    private static String status(MacroCall call) {
        String colour = LOZENGES.getOrDefault(call.parameter("colour").toLowerCase(Locale.ROOT), "");
        String title = call.parameter("title").isBlank() ? call.parameter("colour") : call.parameter("title");
        return "<span class=\"status-macro aui-lozenge" + (colour.isEmpty() ? "" : " aui-lozenge-" + colour) + "\">" + Html.escape(title)
                + "</span>";
    }

    private static String contents(MacroCall call, Outline outline) {
        int deepest = call.parameter("maxLevel").matches("[1-6]") ? Integer.parseInt(call.parameter("maxLevel")) : 6;
        StringBuilder html = new StringBuilder("<div class=\"toc-macro client-side-toc-macro\"><ul>");
        for (Outline.Heading heading : outline.headings()) {
            if (heading.level() <= deepest) {
                html.append("<li class=\"toc-level-").append(heading.level()).append("\"><a href=\"#").append(Html.escape(heading.anchor()))
                        .append("\">").append(Html.escape(heading.text())).append("</a></li>");
            }
        }
        return html.append("</ul></div>").toString();
    }

    private static String titleOf(MacroCall call, String before, String after) {
        String title = call.parameter("title");
        return title.isBlank() ? "" : before + Html.escape(title) + after;
    }
}
