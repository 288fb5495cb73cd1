package org.decisiongates.waiver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Waivers in a list, which counts how often it is read. */
public final class WaiversInMemory implements Waivers {

    private final List<WaiverStep> steps = new ArrayList<>();
    private int reads;
    private Runnable beforeAppending = () -> {
    };

    /** Somebody else does this before the next step is stored. */
    public void meanwhile(Runnable other) {
        beforeAppending = other;
    }

    public int reads() {
        return reads;
    }

    public List<WaiverStep> steps() {
        return steps;
    }

    @Override
    public List<Waiver> ofIssue(long issueId) {
        return ofIssues(List.of(issueId)).getOrDefault(issueId, List.of());
    }

    @Override
    public Map<Long, List<Waiver>> ofIssues(Collection<Long> issueIds) {
        reads++;
        return steps.stream().filter(step -> issueIds.contains(step.issueId()))
                .collect(Collectors.groupingBy(WaiverStep::issueId, Collectors.collectingAndThen(Collectors.toList(), Waiver::of)));
    }

    @Override
    public Optional<Map<Long, List<Waiver>>> around(Collection<Long> issueIds, OptionalLong projectId, Instant endingAfter) {
        List<Long> all = steps.stream().filter(step -> issueIds.contains(step.issueId())
                || projectId.isPresent() && step.projectId() == projectId.getAsLong() && step.until().isAfter(endingAfter))
                .map(WaiverStep::issueId).distinct().toList();
        return Optional.of(ofIssues(all));
    }

    @Override
    public Set<Long> issuesWithActive(Instant instant, int limit) {
        return steps.stream().map(WaiverStep::issueId).distinct()
                .filter(issue -> ofIssue(issue).stream().anyMatch(waiver -> waiver.isActive(instant))).limit(limit)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean append(WaiverStep step) {
        Runnable other = beforeAppending;
        beforeAppending = () -> {
        };
        other.run();
        boolean taken = steps.stream().anyMatch(
                one -> one.issueId() == step.issueId() && one.number() == step.number() && one.step() == step.step());
        return !taken && steps.add(step);
    }
}
