package org.decisiongates.summary;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a summary holds, and how far it goes.
 *
 * @param week      ISO week, {@code 2026-W47}
 * @param zone      IANA id of the zone that dates and weeks are meant in
 * @param asOf      when the lists were read, UTC
 * @param browseUrl address of the host's issue pages, ending in {@code /browse/}
 * @param frozenAt  when the week was closed; empty for a live week
 * @param rebuilt   whether a closed week was calculated from history after it had ended
 * @param enabled   whether the project uses Decisions and Blockers; always true for a query
 * @param partial   whether issues of the scope are hidden from the reader
 * @param numbers   how far the numbers go
 * @param gaps      what is not known of lists that are otherwise exact; empty for most weeks
 * @param lists     what the host's own issue list is asked for what is open
 * @param creation  what Jira's page for new issues is asked for a Decision in the project; empty where the reader may not create one
 * @param owner     whose items are listed, where only one owner's are: a name, or {@value OwnerFilter#NOBODY} for nobody's
 * @param owners    who owns something that is open, where only one owner's items are listed, by name; {@value OwnerFilter#NOBODY} for
 *                  nobody
 */
public record SummaryHeader(String week, String zone, Instant asOf, String browseUrl, Optional<Instant> frozenAt, boolean rebuilt,
        boolean enabled,
        boolean partial, Numbers numbers, List<Gap> gaps, OpenQueries lists, Optional<String> creation,
        Optional<String> owner, List<String> owners) {

    /** How many owners are named. */
    public static final int MAX_OWNERS = 50;

    public SummaryHeader {
        // a Jira with a slightly older app does not send them
        gaps = gaps == null ? List.of() : List.copyOf(gaps);
        lists = lists == null ? OpenQueries.NONE : lists;
        owners = owners == null ? List.of() : List.copyOf(owners);
    }

    /** The header of everybody's items. */
    public SummaryHeader(String week, String zone, Instant asOf, String browseUrl, Optional<Instant> frozenAt, boolean rebuilt,
            boolean enabled, boolean partial, Numbers numbers, List<Gap> gaps, OpenQueries lists) {
        this(week, zone, asOf, browseUrl, frozenAt, rebuilt, enabled, partial, numbers, gaps, lists, Optional.empty(), Optional.empty(),
                List.of());
    }

    /**
     * The same of what one person owns, for whom the host has no list.
     *
     * @param isCounted whether it is known how much that is
     * @param known     who owns something, as {@link #owners(Stream)} names them
     */
    public SummaryHeader ownedBy(String name, boolean isCounted, List<String> known) {
        List<Gap> more = isCounted ? gaps : Stream.concat(gaps.stream(), Stream.of(Gap.OWNER_AT_LEAST)).toList();
        return new SummaryHeader(week, zone, asOf, browseUrl, frozenAt, rebuilt, enabled, partial, numbers, more, OpenQueries.NONE,
                creation, Optional.of(name), known);
    }

    /** The same for a reader who may create a Decision. */
    public SummaryHeader creating(String query) {
        return new SummaryHeader(week, zone, asOf, browseUrl, frozenAt, rebuilt, enabled, partial, numbers, gaps, lists,
                Optional.of(query), owner, owners);
    }

    /** At most {@value #MAX_OWNERS} of the owners, each once, by name; {@value OwnerFilter#NOBODY} last where something has none. */
    public static List<String> owners(Stream<Optional<String>> all) {
        List<Optional<String>> found = all.distinct().toList();
        List<String> names = found.stream().flatMap(Optional::stream).filter(name -> !name.isBlank())
                .sorted(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder())).limit(MAX_OWNERS).toList();
        return found.contains(Optional.<String>empty())
                ? Stream.concat(names.stream(), Stream.of(OwnerFilter.NOBODY)).toList()
                : names;
    }

    /** The same with these gaps. */
    public SummaryHeader with(List<Gap> others) {
        return new SummaryHeader(week, zone, asOf, browseUrl, frozenAt, rebuilt, enabled, partial, numbers, others, lists, creation, owner,
                owners);
    }

    /** What is not known of a list. Travels in lower case with hyphens. */
    public enum Gap {
        /** A closed week lists a part of what was owed, and some of it is hidden from the reader: the total counts what is left. */
        DEBT_AT_LEAST,
        /** The same of waivers. */
        WAIVERS_AT_LEAST,
        /** More is owed, or waived, than is read for one summary: neither is told. */
        DEBT_TOO_MANY,
        /** Not every issue has been looked at since the app came: more may be owed. */
        DEBT_NOT_LOOKED_AT,
        /** Not all that is open is listed, and risks are those of what is listed. */
        RISKS_AT_LEAST,
        /** Only one owner's items are told, and not all that is open is listed: of what is not, nobody knows whose it is. */
        OWNER_AT_LEAST,
        /** The week that the week was to be compared with has no record. */
        COMPARED_WEEK_NOT_KEPT,
        /** The record of that week was changed since it was closed. */
        COMPARED_WEEK_ALTERED
    }

    /** Whether figures, movement and questions are there. Travels in lower case with hyphens. */
    public enum Numbers {
        /** They hold at {@code asOf}. */
        CURRENT,
        /** They are a little older than the lists; being recalculated. */
        BEHIND,
        /** They are being calculated for the first time. */
        PENDING,
        /** Too many issues to tell which of them the reader may see. */
        TOO_MANY
    }
}
