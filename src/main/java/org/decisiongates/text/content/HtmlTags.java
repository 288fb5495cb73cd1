package org.decisiongates.text.content;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What HTML makes of a text, as far as it matters for reading it: where lines and cells end, what is a heading, what is not seen. */
final class HtmlTags {

    /** What a tag does to the text around it: none of HTML does {@code NONE}. */
    enum Effect {
        NONE, INLINE, BREAK, CELL, HEADER_CELL, HEADING, HEADING_END, UNSEEN
    }

    /** The longest name between the ampersand and the semicolon. */
    static final int MAX_ENTITY_LENGTH = 10;

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption", "legend", "summary",
            "title");
    private static final Set<String> UNSEEN = Set.of("script", "style", "head", "template");
    private static final Set<String> BREAKS = Set.of("p", "div", "br", "hr", "li", "ul", "ol", "dl", "dt", "dd", "table", "thead", "tbody",
            "tfoot", "tr", "pre", "blockquote",
            "section", "article", "header", "footer", "body", "html", "details", "figure", "form", "fieldset", "main", "aside", "nav");
    private static final Set<String> INLINE = Set.of("a", "abbr", "b", "big", "button", "cite", "code", "col", "colgroup", "del", "em",
            "font", "i", "iframe", "img", "input", "ins",
            "kbd", "label", "link", "mark", "meta", "option", "q", "s", "samp", "select", "small", "span", "strike", "strong", "sub", "sup",
            "svg", "path", "textarea", "time", "tt",
            "u", "var", "video", "audio", "source", "wbr", "object", "embed", "picture", "canvas");
    private static final Map<String, Integer> ENTITIES = Map.ofEntries(Map.entry("nbsp", 0xA0), Map.entry("amp", (int) '&'),
            Map.entry("lt", (int) '<'), Map.entry("gt", (int) '>'),
            Map.entry("quot", (int) '"'), Map.entry("apos", (int) '\''), Map.entry("ge", 0x2265), Map.entry("le", 0x2264),
            Map.entry("ne", 0x2260), Map.entry("hellip", 0x2026),
            Map.entry("ndash", 0x2013), Map.entry("mdash", 0x2014), Map.entry("bull", 0x2022), Map.entry("middot", 0xB7),
            Map.entry("zwnj", 0x200C), Map.entry("zwj", 0x200D),
            Map.entry("shy", 0xAD), Map.entry("ensp", 0x2002), Map.entry("emsp", 0x2003), Map.entry("thinsp", 0x2009),
            Map.entry("euro", 0x20AC), Map.entry("plusmn", 0xB1));

    private static final int MAX_NAME_LENGTH = 12;

    private HtmlTags() {
    }

    /** What a tag does that stands between {@code <} and {@code >}. */
    static Effect effect(CharSequence text, int from, int to) {
        boolean closes = from < to && text.charAt(from) == '/';
        String name = name(text, closes ? from + 1 : from, to);
        if (HEADINGS.contains(name)) {
            return closes ? Effect.HEADING_END : Effect.HEADING;
        }
        if (UNSEEN.contains(name)) {
            return closes ? Effect.INLINE : Effect.UNSEEN;
        }
        return switch (name) {
            case "th" -> closes ? Effect.CELL : Effect.HEADER_CELL;
            case "td" -> Effect.CELL;
            default -> BREAKS.contains(name) ? Effect.BREAK : INLINE.contains(name) ? Effect.INLINE : Effect.NONE;
        };
    }

    /** The name of the tag, in lower case; empty text when none can stand there. */
    static String name(CharSequence text, int from, int to) {
        int end = from;
        while (end < to && end - from <= MAX_NAME_LENGTH && text.charAt(end) < 0x80 && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end < to && text.charAt(end) > ' ' && text.charAt(end) != '/' ? ""
                : text.subSequence(from, end).toString().toLowerCase(Locale.ROOT);
    }

    /** The character an entity stands for, or -1. */
    static int entity(CharSequence text, int from, int to) {
        if (from < to && text.charAt(from) == '#') {
            boolean hex = from + 1 < to && (text.charAt(from + 1) | 0x20) == 'x';
            return number(text, from + (hex ? 2 : 1), to, hex ? 16 : 10);
        }
        return ENTITIES.getOrDefault(text.subSequence(from, to).toString(), -1);
    }

    private static int number(CharSequence text, int from, int to, int radix) {
        int number = from < to ? 0 : -1;
        for (int i = from; i < to && number >= 0; i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), radix) : -1;
            number = digit < 0 || number > Character.MAX_CODE_POINT / radix ? -1 : number * radix + digit;
        }
        return number > Character.MAX_CODE_POINT ? -1 : number;
    }
}
