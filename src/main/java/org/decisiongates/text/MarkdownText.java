package org.decisiongates.text;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Typed text within Markdown (CommonMark): it reads as it was typed, and nothing in it is a heading, a link, an image or HTML. */
public final class MarkdownText {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]()<>#|~&!$@^]");
    /** What makes a line a list, a rule or a heading. */
    private static final Pattern START = Pattern.compile("^(?:([-+=:])|(\\d{1,9})([.)])(?=\\s|$))");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final String ESCAPED = "\\\\$0";

    private MarkdownText() {
    }

    /** On one line. */
    public static String line(String text) {
        String plain = plain(text);
        String escaped = SPECIAL.matcher(plain).replaceAll(ESCAPED);
        return START.matcher(escaped).replaceFirst(found -> found.group(1) != null ? "\\\\" + found.group(1)
                : found.group(2) + "\\\\" + found.group(3));
    }

    /** Line by line; an empty line begins a paragraph. */
    public static String paragraphs(String text) {
        return text.strip().lines().map(MarkdownText::line).collect(Collectors.joining("\n")).replaceAll("\n{2,}", "\n\n")
                .replaceAll("(?<=[^\n])\n(?=[^\n])", "\\\\\n");
    }

    /** On one line, without anything being escaped. */
    private static String plain(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** A scalar of YAML, which means nothing either where a reader takes the head of a document for Markdown. */
    public static String quoted(String text) {
        return '"' + plain(text).replace("\\", "\\\\").replace("\"", "\\\"").replace("<", "\\x3C").replace("[", "\\x5B")
                .replace("]", "\\x5D") + '"';
    }
}
