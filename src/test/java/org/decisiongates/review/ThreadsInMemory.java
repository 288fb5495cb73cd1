package org.decisiongates.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Threads in a list. */
final class ThreadsInMemory implements ReviewThreads {

    private final List<ThreadStep> steps = new ArrayList<>();
    private Runnable beforeAppending = () -> {
    };

    /** Somebody else does this before the next step is stored. */
    void meanwhile(Runnable other) {
        beforeAppending = other;
    }

    @Override
    public List<ReviewThread> ofIssue(long issueId) {
        return ofIssues(List.of(issueId)).getOrDefault(issueId, List.of());
    }

    @Override
    public Map<Long, List<ReviewThread>> ofIssues(Collection<Long> issueIds) {
        return steps.stream().filter(step -> issueIds.contains(step.issueId())).collect(Collectors.groupingBy(ThreadStep::issueId,
                Collectors.collectingAndThen(Collectors.toList(), ReviewThread::of)));
    }

    @Override
    public Map<Long, List<ThreadProgress>> progressOf(Collection<Long> issueIds) {
        throw new UnsupportedOperationException("no test asks for this");
    }

    @Override
    public Optional<Map<Long, List<AskedThread>>> asked(Collection<Long> issueIds, OptionalLong projectId) {
        throw new UnsupportedOperationException("no test asks for this");
    }

    @Override
    public Map<Long, Instant> disputedSince(Collection<Long> issueIds) {
        throw new UnsupportedOperationException("no test asks for this");
    }

    @Override
    public boolean append(ThreadStep step) {
        Runnable other = beforeAppending;
        beforeAppending = () -> {
        };
        other.run();
        boolean taken = steps.stream().anyMatch(
                one -> one.issueId() == step.issueId() && one.number() == step.number() && one.step() == step.step());
        return !taken && steps.add(step);
    }
}
