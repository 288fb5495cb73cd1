package org.decisiongates.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The append-only record of seals, and what they are about. There is no way to change or remove one. */
public interface GateSeals {

    /** At most so many entries or seals in one call. */
    int MAX_ROWS = 1_000;

    /** Adds a seal; false when its entry, or one of its places, is taken already. */
    boolean append(GateSeal seal);

    /** The highest sequence number of an entry that is sealed; 0 for none. */
    long newestSealed();

    /** How many entries there are more than seals. */
    long unsealed();

    /** Sequence numbers of entries behind {@code after}, ascending, sealed or not. */
    List<Long> entries(long after, int limit);

    /** Which entries are sealed, of those with numbers from {@code first} to {@code last}. */
    Set<Long> sealed(long first, long last);

    /** The entries of these numbers that are there. */
    Map<Long, RecordedEntry> rows(Collection<Long> ids);

    /** The seals on entries of these numbers, as far as they are sealed. */
    Map<Long, GateSeal> of(Collection<Long> eventIds);

    /** The newest seal of a chain. */
    Optional<GateSeal> newest(SealChain chain);

    /** Seals of a chain behind a position, in their order. */
    List<GateSeal> after(SealChain chain, long position, int limit);

    /** The seals at places in chains of issues and creations, by place. */
    Map<String, GateSeal> atIssueLinks(Collection<String> links);

    /** The seals at places in chains of projects, by place. */
    Map<String, GateSeal> atProjectLinks(Collection<String> links);

    /** The seals on the newest entries of an issue or a project, wherever their places are; two statements. */
    List<GateSeal> onNewestEntries(SealChain chain, int limit);

    /** How many entries an issue, or a project, has in the journal, and how many of these chains are sealed. */
    Counts counts(SealChain chain);

    /**
     * @param entries of the journal
     * @param seals   of the chain
     */
    record Counts(long entries, long seals) {
    }
}
