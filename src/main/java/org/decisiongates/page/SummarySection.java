package org.decisiongates.page;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The parts of a summary in the order they are shown. */
public enum SummarySection {
    QUESTIONS, ACTIONS, BLOCKERS, CLOSURES, DECISIONS, OWNERS, MOVEMENT, REOPENED, RISKS, DEBT, WAIVERS, FEEDBACK, APPROVALS, GATES,
    FIGURES;

    /** What fits on one screen. */
    public static final Set<SummarySection> EXECUTIVE = Set.of(QUESTIONS, ACTIONS, BLOCKERS, MOVEMENT, CLOSURES);

    /** What pages that were written before version 1 call the actions. */
    private static final String FORMER_ACTIONS = "asks";

    /** What people write for it, and what style sheets call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part that {@code key} stands for, in whatever case it is written. */
    public static Optional<SummarySection> of(String key) {
        String name = key.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(part -> part.key().equals(name.equals(FORMER_ACTIONS) ? ACTIONS.key() : name)).findFirst();
    }

    public static Set<SummarySection> all() {
        return EnumSet.allOf(SummarySection.class);
    }
}
