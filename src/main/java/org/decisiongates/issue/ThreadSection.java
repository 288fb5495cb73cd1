package org.decisiongates.issue;

import java.util.Locale;

/** What of an issue a feedback thread is about. Stored by name. */
public enum ThreadSection {
    /** The question that is decided. */
    QUESTION(false),
    /** One recorded option. */
    OPTION(true),
    /** One recorded criterion. */
    CRITERION(true),
    /** One recorded trade-off. */
    TRADE_OFF(true),
    /** One recorded way in which it may go. */
    EXCEPTION_STATE(true),
    /** The fallback plan. */
    FALLBACK(false),
    /** One recorded piece of evidence. */
    EVIDENCE(true),
    /** One impact line. */
    IMPACT_LINE(true),
    /** The issue as a whole. */
    WHOLE(false);

    private final boolean isRow;

    ThreadSection(boolean isRow) {
        this.isRow = isRow;
    }

    /** The section of this name; {@link #WHOLE} for a word of a newer version of the app. */
    public static ThreadSection named(String name) {
        for (ThreadSection section : values()) {
            if (section.name().equals(name)) {
                return section;
            }
        }
        return WHOLE;
    }

    /** Whether there are several of it, so that a thread says which row it means. */
    public boolean isRow() {
        return isRow;
    }

    /** The name in JSON, in keys of messages and in findings, {@code trade-off}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
