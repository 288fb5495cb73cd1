package org.decisiongates.text.content;

import java.util.HashSet;
import java.util.Set;

/** The lines that a project puts into a field for people to fill in: left as they were they say nothing. */
public final class DescriptionTemplate {

    /** A template without a line. */
    public static final DescriptionTemplate NONE = of("");

    private final String text;
    private final Set<String> lines = new HashSet<>();

    private DescriptionTemplate(String text) {
        this.text = text;
        CharSequence shown = RenderedText.withHeadings(text);
        int end;
        for (int start = 0; start < shown.length(); start = end + 1) {
            end = TextContent.lineEnd(shown, start);
            String line = TextContent.essence(shown, TextContent.contentStart(shown, start, end), end);
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
    }

    public static DescriptionTemplate of(String text) {
        return new DescriptionTemplate(text);
    }

    /** Whether a line, read from where it begins to say something, is one of the template's. */
    public boolean holds(CharSequence shown, int from, int to) {
        return !lines.isEmpty() && lines.contains(TextContent.essence(shown, from, to));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DescriptionTemplate template && text.equals(template.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
