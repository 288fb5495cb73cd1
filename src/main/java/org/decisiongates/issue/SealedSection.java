package org.decisiongates.issue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What of an issue an approval is bound to. Stored by its key. */
public enum SealedSection {
    /** The question that is decided. */
    QUESTION,
    /** What was chosen of the recorded options. */
    CHOSEN_OPTION,
    /** The recorded options, chosen or not, with what speaks for or against them. */
    OPTIONS,
    /** Acceptance criteria: the field, and those of the record. */
    CRITERIA,
    /** What is given up: the field, and the trade-offs of the record. */
    TRADE_OFFS,
    /** How it is expected to go, how it may fail, and how one recovers. */
    EXCEPTION_STATES,
    /** What happens if it is not settled in time. */
    FALLBACK,
    /** What the issue is about: its summary and description. */
    SCOPE,
    /** The versions that the issue is to be fixed in. */
    RELEASE,
    /** The day by which it must be settled. */
    DUE_DATE;

    /** The name in sealed content, in JSON, in keys of messages and in what is stored, {@code trade-offs}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The section with this key; empty for a word of a newer version of the app. */
    public static Optional<SealedSection> keyed(String key) {
        return Arrays.stream(values()).filter(section -> section.key().equals(key)).findFirst();
    }
}
