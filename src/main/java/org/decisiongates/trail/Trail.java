package org.decisiongates.trail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.decisiongates.approval.ApprovalStep;
import org.decisiongates.review.ReviewThread;
import org.decisiongates.timeline.Change;

/**
 * How a Decision came about.
 *
 * @param entries in the order of time
 * @param earlier how many entries there were before these
 */
public record Trail(List<TrailEntry> entries, int earlier) {

    public Trail {
        entries = List.copyOf(entries);
    }

    /**
     * The whole trail of a Decision, as one reader may see it. Entries of one moment are in the order of their sources.
     *
     * @param changes   what the journal has of the Decision, in terms of phases
     * @param scopeChanges what the journal has of the Decisions that change its scope
     * @param approvals steps of its approvals
     * @param edits     edits of texts that the journal does not follow
     */
    public static Trail of(List<Change> changes, List<Change> scopeChanges, List<ReviewThread> threads, List<ApprovalStep> approvals,
            List<TextEdit> edits, TrailNames names) {
        List<TrailEntry> all = new ArrayList<>();
        JournalTrailEntries told = new JournalTrailEntries(names);
        changes.forEach(change -> told.of(change).ifPresent(all::add));
        scopeChanges.forEach(change -> told.ofScopeChange(change).ifPresent(all::add));
        threads.forEach(thread -> thread.steps().forEach(step -> all.add(StepTrailEntries.of(thread, step))));
        approvals.forEach(step -> all.add(StepTrailEntries.of(step, names)));
        edits.forEach(edit -> all.add(edit.entry()));
        all.sort(Comparator.comparing(TrailEntry::at));
        return new Trail(all, 0);
    }

    /** The newest of its entries, at most {@code limit}. */
    public Trail newest(int limit) {
        int left = Math.max(0, entries.size() - limit);
        return new Trail(entries.subList(left, entries.size()), earlier + left);
    }
}
