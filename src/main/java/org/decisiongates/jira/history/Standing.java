package org.decisiongates.jira.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How an issue stands at one moment, as far as the journal asks.
 *
 * @param versions       ids of the versions it is meant for
 * @param customerFacing whether customers notice
 * @param fallback       whether a fallback is written down
 * @param birth          what does not change any more
 */
record Standing(String key, long projectId, String typeId, String statusId, String owner, Optional<LocalDate> due, Set<Long> versions,
                boolean customerFacing, boolean fallback, Birth birth) {

    private static final String YES = "Yes";
    private static final int DAY_LENGTH = 10;

    /**
     * Which issue it is and how it came to be.
     *
     * @param at    when it was created, UTC, milliseconds
     * @param actor user key of who created it; empty for nobody
     */
    record Birth(long issueId, Instant at, String actor) {
    }

    Standing {
        versions = Set.copyOf(versions);
    }

    /** How it stood before {@code group}, if this is how it stood after. */
    Standing before(HistoryGroup group, Vocabulary words) {
        Standing earlier = this;
        for (HistoryItem item : group.items()) {
            Optional<Tracked> field = words.field(item.custom(), item.field());
            if (field.isPresent()) {
                earlier = earlier.without(field.get(), item);
            }
        }
        return earlier;
    }

    private Standing without(Tracked field, HistoryItem item) {
        return switch (field) {
            case KEY -> new Standing(item.fromText(), projectId, typeId, statusId, owner, due, versions, customerFacing, fallback, birth);
            case PROJECT -> new Standing(key, number(item.from(), projectId), typeId, statusId, owner, due, versions, customerFacing, fallback, birth);
            case TYPE -> new Standing(key, projectId, item.from(), statusId, owner, due, versions, customerFacing, fallback, birth);
            case STATUS -> new Standing(key, projectId, typeId, item.from(), owner, due, versions, customerFacing, fallback, birth);
            case OWNER -> new Standing(key, projectId, typeId, statusId, item.before(), due, versions, customerFacing, fallback, birth);
            case DUE -> new Standing(key, projectId, typeId, statusId, owner, day(item.before()), versions, customerFacing, fallback, birth);
            case RELEASE -> new Standing(key, projectId, typeId, statusId, owner, due, versionsWithout(item), customerFacing, fallback, birth);
            case CUSTOMER_FACING -> new Standing(key, projectId, typeId, statusId, owner, due, versions, isYes(item.fromText()), fallback, birth);
            case FALLBACK -> new Standing(key, projectId, typeId, statusId, owner, due, versions, customerFacing, !item.before().isBlank(), birth);
            case SCOPE, LINK -> this;
        };
    }

    private Set<Long> versionsWithout(HistoryItem item) {
        Set<Long> earlier = new TreeSet<>(versions);
        if (!item.to().isEmpty()) {
            earlier.remove(number(item.to(), -1));
        }
        if (!item.from().isEmpty()) {
            earlier.add(number(item.from(), -1));
        }
        return earlier;
    }

    /** Whether an option's words say yes. */
    static boolean isYes(String words) {
        return YES.equals(words);
    }

    /** The day a date in the history says; empty for none and for nonsense. */
    static Optional<LocalDate> day(String text) {
        try {
            return text.length() < DAY_LENGTH ? Optional.empty() : Optional.of(LocalDate.parse(text.substring(0, DAY_LENGTH)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static long number(String text, long otherwise) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
