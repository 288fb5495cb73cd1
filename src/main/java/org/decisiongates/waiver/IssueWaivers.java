package org.decisiongates.waiver;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import org.decisiongates.policy.ActiveWaivers;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.PolicyVersion;

/**
 * The waivers of one issue at one instant, read at the first question that can have an answer, and not before. For one evaluation; not for
 * several threads.
 */
public final class IssueWaivers implements ActiveWaivers {

    private final Supplier<List<Waiver>> read;
    private final Instant instant;
    private List<Waiver> active;

    private IssueWaivers(Supplier<List<Waiver>> read, Instant instant) {
        this.read = read;
        this.instant = instant;
    }

    /** What is stored of the issue, from one statement. */
    public static IssueWaivers of(Waivers waivers, long issueId, Instant instant) {
        return new IssueWaivers(() -> waivers.ofIssue(issueId), instant);
    }

    /** What {@code read} gives of one issue, asked for no more than once. */
    public static IssueWaivers of(Supplier<List<Waiver>> read, Instant instant) {
        return new IssueWaivers(read, instant);
    }

    /** Waivers of one issue that were read before, as for a list of issues. */
    public static IssueWaivers of(List<Waiver> waivers, Instant instant) {
        return new IssueWaivers(() -> waivers, instant);
    }

    @Override
    public boolean cover(ConfiguredRule rule, PolicyVersion policy) {
        // rules that are written into a workflow have no terms, and nobody can waive them
        if (policy.equals(PolicyVersion.OF_THE_WORKFLOW)) {
            return false;
        }
        if (active == null) {
            active = read.get().stream().filter(waiver -> waiver.isActive(instant)).toList();
        }
        return !active.isEmpty() && active.stream().anyMatch(waiver -> waiver.rule().equals(WaivedRule.of(rule, policy)));
    }
}
