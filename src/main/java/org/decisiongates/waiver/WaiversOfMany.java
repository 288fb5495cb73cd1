package org.decisiongates.waiver;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.decisiongates.policy.ActiveWaivers;

/** The waivers of several issues, read with one statement when the first rule fails that can have one. For one thread. */
public final class WaiversOfMany {

    private final Waivers waivers;
    private final List<Long> issueIds;
    private Map<Long, List<Waiver>> read;

    public WaiversOfMany(Waivers waivers, List<Long> issueIds) {
        this.waivers = waivers;
        this.issueIds = List.copyOf(issueIds);
    }

    /** Those of one of the issues. */
    public ActiveWaivers of(long issueId, Instant now) {
        return IssueWaivers.of(() -> read().getOrDefault(issueId, List.of()), now);
    }

    private Map<Long, List<Waiver>> read() {
        if (read == null) {
            read = waivers.ofIssues(issueIds);
        }
        return read;
    }
}
