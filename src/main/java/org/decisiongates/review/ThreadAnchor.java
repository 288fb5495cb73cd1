package org.decisiongates.review;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import org.decisiongates.issue.ThreadSection;
import org.decisiongates.text.Abbreviation;

/**
 * What of an issue a thread is about, with the text as it was when the thread was opened: it stays when the issue is edited.
 *
 * @param row    id of the row, in sections that have rows; it never changes
 * @param quoted the beginning of the text as it was; empty text for the issue as a whole
 */
public record ThreadAnchor(ThreadSection section, OptionalLong row, String quoted) {

    /** How much of the text is kept, in UTF-16 units. */
    public static final int MAX_QUOTED = 1_000;

    public ThreadAnchor {
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(row, "row");
        quoted = Abbreviation.of(quoted, MAX_QUOTED);
    }

    /** Whether the text is another one by now, as far as it was kept; {@code current} is empty where the row is gone. */
    public boolean isChanged(Optional<String> current) {
        return section != ThreadSection.WHOLE
                && !current.map(text -> Abbreviation.of(text, MAX_QUOTED)).equals(Optional.of(quoted));
    }
}
