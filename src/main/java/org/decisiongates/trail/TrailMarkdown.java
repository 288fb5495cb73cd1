package org.decisiongates.trail;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.decisiongates.text.MarkdownText;

/** A trail as the last section of a decision record in Markdown. */
public final class TrailMarkdown {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final StringBuilder lines = new StringBuilder(1_000).append("\n## Decision Trail\n\n");

    /**
     * Adds an entry.
     *
     * @param stage what it belongs to, in words
     * @param said  who did what, in words
     */
    public void add(TrailEntry entry, String stage, String said) {
        lines.append("* ").append(MINUTE.format(entry.at())).append(", ").append(MarkdownText.line(stage)).append(": ")
                .append(MarkdownText.line(said));
        if (!entry.text().isEmpty()) {
            lines.append(" \u2013 ").append(MarkdownText.line(entry.text()));
        }
        lines.append('\n');
    }

    /** The section, with an empty line before it. */
    public String text() {
        return lines.toString();
    }
}
