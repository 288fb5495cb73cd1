package org.decisiongates.page;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The parts of a summary in the order they are shown. */
public enum SummarySection {
    QUESTIONS, BLOCKERS, DECISIONS, OWNERS, MOVEMENT, CLOSURES, REOPENED, GATES, DEBT, WAIVERS, FIGURES, ASKS;

    /** What fits on one screen. */
    public static final Set<SummarySection> EXECUTIVE = Set.of(QUESTIONS, BLOCKERS, MOVEMENT, CLOSURES);

    /** What people write for it, and what style sheets call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part that {@code key} stands for, in whatever case it is written. */
    public static Optional<SummarySection> of(String key) {
        return Arrays.stream(values()).filter(part -> part.key().equals(key.strip().toLowerCase(Locale.ROOT))).findFirst();
    }

    public static Set<SummarySection> all() {
        return EnumSet.allOf(SummarySection.class);
    }
}
