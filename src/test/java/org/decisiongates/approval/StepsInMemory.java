package org.decisiongates.approval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Steps in a list. */
final class StepsInMemory implements ApprovalSteps {

    private final List<SealedApprovalStep> steps = new ArrayList<>();
    private final Map<String, SealedContent> contents = new HashMap<>();
    private Runnable beforeAppending = () -> {
    };

    /** Somebody else does this before the next step is stored. */
    void meanwhile(Runnable other) {
        beforeAppending = other;
    }

    @Override
    public List<SealedApprovalStep> ofIssue(long issueId) {
        return ofIssues(List.of(issueId)).getOrDefault(issueId, List.of());
    }

    @Override
    public Map<Long, List<SealedApprovalStep>> ofIssues(Collection<Long> issueIds) {
        return steps.stream().filter(one -> issueIds.contains(one.step().issueId()))
                .collect(Collectors.groupingBy(one -> one.step().issueId()));
    }

    @Override
    public List<Place> placesOf(String userKey, long before, int limit) {
        throw new UnsupportedOperationException(userKey);
    }

    @Override
    public Map<String, SealedContent> contents(long issueId, Collection<String> digests) {
        Map<String, SealedContent> found = new HashMap<>();
        digests.stream().filter(digest -> contents.containsKey(issueId + ":" + digest))
                .forEach(digest -> found.put(digest, contents.get(issueId + ":" + digest)));
        return found;
    }

    @Override
    public List<StoredStep> after(long issueId, long id, int limit) {
        throw new UnsupportedOperationException(issueId + " " + id);
    }

    /** Somebody changes a step behind the app's back. */
    void alter(int step, UnaryOperator<ApprovalStep> change) {
        SealedApprovalStep was = steps.get(step - 1);
        steps.set(step - 1, new SealedApprovalStep(change.apply(was.step()), was.seal(), was.erasure()));
    }

    @Override
    public String newSalt() {
        return Integer.toString(steps.size());
    }

    @Override
    public boolean append(SealedApprovalStep step, Optional<SealedContent> shown) {
        Runnable other = beforeAppending;
        beforeAppending = () -> {
        };
        other.run();
        boolean isTaken = steps.stream().anyMatch(one -> one.step().issueId() == step.step().issueId()
                && one.step().step() == step.step().step());
        if (!isTaken) {
            shown.ifPresent(content -> contents.put(step.step().issueId() + ":" + content.digest(), content));
        }
        return !isTaken && steps.add(step);
    }
}
