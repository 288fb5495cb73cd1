package org.decisiongates.timeline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One thing that changed about an issue, as it is recorded permanently. Issue, group and item together name it: the same change reported
 * by an event and by the reconciler is one row.
 *
 * @param issueId   the host's issue id
 * @param issueKey  the issue's key at that time
 * @param projectId the host's project id at that time
 * @param kind      what the issue is
 * @param group     the host's change-group id; {@code 0} for the creation; {@code impact-<line>-<version>} for an impact line and
 *                  {@code record-<row>-<version>} for a row of the record, which the host's history does not know;
 *                  {@code correction-<number>} for a {@link #isCorrection() correction}
 * @param item      what changed
 * @param subject   what distinguishes two changes of one item in one group: the linked issue's id, the id of the impact line or row; else
 *                  empty
 * @param step      which change of that item and subject it is within its group, from 0: one entry of the host's history may hold several
 * @param from      value before, in the item's own notation (see {@link Item}); empty for none
 * @param to        value after; empty for none
 * @param actor     user key; empty for nobody
 * @param at        when, UTC, milliseconds
 */
public record Change(long issueId, String issueKey, long projectId, Kind kind, String group, Item item, String subject, int step,
        String from,
        String to, String actor, Instant at) {

    /** The group of a creation. */
    public static final String CREATION = "0";
    /** What distinguishes the {@link Item#MOVED} of the project that was left from other entries. */
    public static final String LEFT = "left";
    private static final String CORRECTION = "correction-";

    /** What an issue is to the app. Stored by name. */
    public enum Kind {
        DECISION, BLOCKER, GATED;

        private static final Map<String, Kind> NAMES = Arrays.stream(values())
                .collect(Collectors.toUnmodifiableMap(Kind::name, Function.identity()));

        /** What a stored name means; this version ignores a kind that only a newer one knows. */
        public static Kind stored(String name) {
            return NAMES.getOrDefault(name, GATED);
        }
    }

    /** What changed. Stored by name; the comment gives the notation of values. */
    public enum Item {
        /**
         * {@code to}: a {@link InitialState} as text. With the group {@code 0} how the issue was created; with that of a move how it
         * stood when it came from another project, of which those who ask for this project learn nothing else.
         */
        CREATED,
        /** Name of the phase ({@code IN_REVIEW}); for a status no phase stands for, and for gated types, {@code status:<id>}. */
        PHASE,
        /** User keys. */
        OWNER,
        /** ISO dates, project zone. */
        DUE,
        /** Acceptance criteria or another part of the approved scope was edited; values are empty. */
        SCOPE,
        /** {@code <start>/<launch>} as ISO dates, either may be empty. */
        RELEASE,
        /** {@code yes} or empty. */
        CUSTOMER_FACING,
        /** {@code yes} or empty: whether a fallback is written down. */
        FALLBACK,
        /** Key of the issue that blocks this one; the subject is its id. */
        LINK,
        /** Key of the issue that takes this one's place (a link named “supersedes”); the subject is its id. */
        SUCCESSOR,
        /** An impact line as text. */
        IMPACT,
        /** A row of the record as text; empty before it was added and after it was removed. */
        RECORD,
        /**
         * Issue keys. The subject is {@link Change#LEFT} and the row carries the old project and key, so that those who ask for it see it
         * go.
         */
        MOVED,
        /** The issue is gone, or is no longer of a kind the app looks at. */
        DELETED,
        /** Something that only a newer version knows; never written. */
        OTHER;

        // asked for every row of a journal
        private static final Map<String, Item> NAMES = Arrays.stream(values())
                .collect(Collectors.toUnmodifiableMap(Item::name, Function.identity()));

        /** What a stored name means. */
        public static Item stored(String name) {
            return NAMES.getOrDefault(name, OTHER);
        }
    }

    public Change {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The only change of its item and subject in its group, or the first of them. */
    public Change(long issueId, String issueKey, long projectId, Kind kind, String group, Item item, String subject, String from, String to,
            String actor,
            Instant at) {
        this(issueId, issueKey, projectId, kind, group, item, subject, 0, from, to, actor, at);
    }

    /** The group of the {@code number}th correction of an issue, from 1. */
    public static String correction(int number) {
        return CORRECTION + number;
    }

    /**
     * Whether the host's history does not know of it: the issue was found in a state in which its history does not end, because it was
     * imported, cut, or changed past the host. It is dated to when that was noticed.
     */
    public boolean isCorrection() {
        return group.startsWith(CORRECTION);
    }

    /** What makes the row unique: {@code <issue>:<group>:<ITEM>[:<subject>][#<step>]}, the step from the second on. */
    public String identity() {
        return issueId + ":" + group + ":" + item + (subject.isEmpty() ? "" : ":" + subject) + (step == 0 ? "" : "#" + step);
    }
}
