package org.decisiongates.sandbox.confluence.storage;

import java.util.Map;
import java.util.Set;

/** The HTML a page body may hold; everything that is not listed is dropped. */
final class KnownMarkup {

    private static final Set<String> ELEMENTS = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "br", "hr", "strong", "b", "em", "i", "u",
            "s", "del", "ins", "sub", "sup", "small", "big", "code", "pre", "blockquote", "cite", "kbd", "ul", "ol", "li", "dl", "dt", "dd",
            "table", "thead", "tbody", "tfoot", "tr", "th", "td", "colgroup", "col", "caption", "a", "span", "div", "address", "abbr", "q");
    private static final Set<String> EMPTY = Set.of("br", "hr", "col");
    private static final Set<String> GENERAL = Set.of("class", "title", "style", "lang", "dir");
    private static final Map<String, Set<String>> SPECIAL = Map.of(
            "a", Set.of("href"),
            "td", Set.of("colspan", "rowspan"),
            "th", Set.of("colspan", "rowspan", "scope"),
            "col", Set.of("span"),
            "ol", Set.of("start"));
    /** Elements whose content is not text for readers: they go with all that is in them. */
    private static final Set<String> DROPPED = Set.of("script", "style", "iframe", "object", "embed", "applet", "noscript", "template",
            "svg", "math", "form", "input", "button", "select", "textarea", "link", "meta", "base", "title", "head", "frame", "frameset",
            "audio", "video", "canvas", "xmp", "plaintext", "ac:placeholder");

    private KnownMarkup() {
    }

    static boolean isKnown(String element) {
        return ELEMENTS.contains(element);
    }

    static boolean isEmpty(String element) {
        return EMPTY.contains(element);
    }

    static boolean isDropped(String element) {
        return DROPPED.contains(element);
    }

    /** The element's attributes that survive, written out with a leading blank each. */
    static String attributes(Element element) {
        StringBuilder out = new StringBuilder();
        Set<String> special = SPECIAL.getOrDefault(element.name(), Set.of());
        element.attributes().forEach((name, value) -> {
            String allowed = allowed(name, value, special);
            if (!allowed.isEmpty()) {
                out.append(' ').append(name).append("=\"").append(Html.escape(allowed)).append('"');
            }
        });
        return out.toString();
    }

    private static String allowed(String name, String value, Set<String> special) {
        if (name.equals("style")) {
            return Html.harmlessStyle(value);
        }
        if (name.equals("href")) {
            return special.contains(name) && Html.isSafeAddress(value) ? value.strip() : "";
        }
        return GENERAL.contains(name) || special.contains(name) ? value : "";
    }
}
