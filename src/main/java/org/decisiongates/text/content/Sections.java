package org.decisiongates.text.content;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The parts of a text below headings that are known beforehand, so that one field can hold several things. A heading is a line of its own,
 * as a heading of wiki markup or Markdown, in bold or plain, or the beginning of a line up to a colon. Letter case, blanks and a colon
 * behind it do not matter.
 */
public final class Sections {

    private static final String DECORATION = "*_+#";

    private final List<String> headings;
    private final StringBuilder[] found;
    private final StringBuilder outside = new StringBuilder();

    private Sections(List<String> headings) {
        this.headings = headings.stream().map(heading -> TextContent.essence(heading, 0, heading.length())).toList();
        this.found = IntStream.range(0, headings.size()).mapToObj(i -> new StringBuilder()).toArray(StringBuilder[]::new);
    }

    /** What stands below each of {@code headings}; empty text below one that is not there. */
    public static List<String> of(String text, List<String> headings) {
        Sections sections = new Sections(headings);
        sections.read(text);
        return IntStream.range(0, headings.size()).mapToObj(i -> sections.found[i].toString()).toList();
    }

    /** What stands below {@code heading}; the whole text for a blank one. */
    public static String of(String text, String heading) {
        return heading.isBlank() ? text : of(text, List.of(heading)).get(0);
    }

    /**
     * What stands below none of {@code headings}. Where a heading begins a line, that line alone is its part; below one that has a line
     * of its own the part ends at the next heading, bold or not, and at an empty line.
     */
    public static String outside(String text, List<String> headings) {
        if (!anyIn(text, headings)) {
            return text;
        }
        Sections sections = new Sections(headings);
        sections.read(text);
        return sections.outside.toString();
    }

    /** Most texts have no such heading, and rules read them at every transition: an index and no iterator, which costs nothing. */
    private static boolean anyIn(String text, List<String> headings) {
        for (int i = 0; i < headings.size(); i++) {
            if (TextContent.contains(text, headings.get(i))) {
                return true;
            }
        }
        return false;
    }

    private void read(String text) {
        int current = -1;
        boolean inPart = false;
        int end;
        for (int start = 0; start < text.length(); start = end + 1) {
            end = TextContent.lineEnd(text, start);
            String line = text.substring(start, end);
            String plain = undecorated(line);
            int colon = plain.indexOf(':');
            int alone = headings.indexOf(essence(colon == plain.length() - 1 && colon >= 0 ? plain.substring(0, colon) : plain));
            int before = colon < 0 ? -1 : headings.indexOf(essence(undecorated(plain.substring(0, colon))));
            if (alone >= 0) {
                current = alone;
                inPart = true;
            } else if (before >= 0) {
                current = before;
                inPart = false;
                found[current].append(plain.substring(colon + 1)).append('\n');
            } else {
                current = isHeading(line) ? -1 : current;
                inPart &= current >= 0 && !isBold(line) && (!line.isBlank() || found[current].toString().isBlank());
                if (current >= 0) {
                    found[current].append(line).append('\n');
                }
                if (!inPart) {
                    outside.append(line).append('\n');
                }
            }
        }
    }

    private static String essence(String text) {
        return TextContent.essence(text, 0, text.length());
    }

    /** Of Jira's own kind: a number sign begins a step of a list there. */
    private static boolean isHeading(String line) {
        return line.strip().matches("(?i)h[1-6]\\..*");
    }

    /** A line in bold letters, as wiki markup or Markdown has them. */
    private static boolean isBold(String line) {
        return line.strip().matches("(\\*{1,2}|__)[^*_]+\\1:?");
    }

    /** Without the marks of a heading and of bold letters at both ends. */
    private static String undecorated(String line) {
        String text = line.strip().replaceFirst("^(?i)h[1-6]\\.", "").strip();
        int from = 0;
        int to = text.length();
        while (from < to && (DECORATION.indexOf(text.charAt(from)) >= 0 || text.charAt(from) == ' ')) {
            from++;
        }
        while (to > from && (DECORATION.indexOf(text.charAt(to - 1)) >= 0 || text.charAt(to - 1) == ' ')) {
            to--;
        }
        return text.substring(from, to);
    }
}
