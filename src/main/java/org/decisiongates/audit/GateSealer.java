package org.decisiongates.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Seals what of the journal is not sealed yet, in the order of writing. Any number of nodes may do so at once: of two that seal the same
 * entry, or take the same place, the second finds it taken and looks again.
 */
public final class GateSealer {

    /**
     * Entries are numbered when they are written and seen when they are committed, so one with a lower number may appear later. This many
     * numbers behind the newest seal are looked at again.
     */
    static final int LOOK_BACK = 2_000;
    private static final int ATTEMPTS = 20;

    private final GateSeals seals;

    public GateSealer(GateSeals seals) {
        this.seals = seals;
    }

    /** Seals what came since the newest seal, and what appeared a little before it; says how many entries. */
    public int sealNewest(Instant now) {
        return sealBehind(Math.max(0, seals.newestSealed() - LOOK_BACK), now);
    }

    /** Looks at the whole journal, if there are more entries than seals. */
    public int sealAll(Instant now) {
        return seals.unsealed() > 0 ? sealBehind(0, now) : 0;
    }

    private int sealBehind(long start, Instant now) {
        int sealed = 0;
        long after = start;
        List<Long> page;
        do {
            page = seals.entries(after, GateSeals.MAX_ROWS);
            if (!page.isEmpty()) {
                sealed += seal(page, now);
                after = page.get(page.size() - 1);
            }
        } while (page.size() == GateSeals.MAX_ROWS);
        return sealed;
    }

    private int seal(List<Long> page, Instant now) {
        List<Long> open = new ArrayList<>(page);
        open.removeAll(seals.sealed(page.get(0), page.get(page.size() - 1)));
        if (open.isEmpty()) {
            return 0;
        }
        Map<SealChain, Optional<GateSeal>> heads = new HashMap<>();
        List<RecordedEntry> rows = new ArrayList<>(seals.rows(open).values());
        rows.sort(Comparator.comparingLong(RecordedEntry::id));
        int sealed = 0;
        for (RecordedEntry row : rows) {
            sealed += seal(row, heads, now) ? 1 : 0;
        }
        return sealed;
    }

    private boolean seal(RecordedEntry row, Map<SealChain, Optional<GateSeal>> heads, Instant now) {
        SealChain project = SealChain.ofProject(row.projectId());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            GateSeal seal = GateSeal.on(row, heads.computeIfAbsent(row.chain(), seals::newest),
                    heads.computeIfAbsent(project, seals::newest), now);
            if (seals.append(seal)) {
                heads.put(row.chain(), Optional.of(seal));
                heads.put(project, Optional.of(seal));
                return true;
            }
            heads.remove(row.chain());
            heads.remove(project);
            if (seals.sealed(row.id(), row.id()).equals(Set.of(row.id()))) {
                return false;
            }
        }
        // others are at work; the next run looks again
        return false;
    }
}
