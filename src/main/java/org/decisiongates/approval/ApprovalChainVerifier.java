package org.decisiongates.approval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * Compares the steps of approvals with their seals, issue by issue: a statement for each page of steps, and one more for a page from which
 * people were erased.
 */
public final class ApprovalChainVerifier {

    /** How many steps are read at once. */
    static final int PAGE = 500;

    private final ApprovalSteps steps;
    private final Function<Collection<String>, Set<String>> recorded;

    /** @param recorded gives those of some names that are names of erasures on record: one statement, and not asked about none */
    public ApprovalChainVerifier(ApprovalSteps steps, Function<Collection<String>, Set<String>> recorded) {
        this.steps = steps;
        this.recorded = recorded;
    }

    /**
     * An issue whose chain is broken.
     *
     * @param step place of the first step that is not as it was sealed, or in whose place another one was expected, from 1
     */
    public record Broken(long issueId, int step) {
    }

    /**
     * What was found.
     *
     * @param checked how many steps were looked at
     * @param next    the issue behind which to go on; empty where none is left
     */
    public record Part(int checked, List<Broken> broken, OptionalLong next) {

        public Part {
            broken = List.copyOf(broken);
        }
    }

    /**
     * Verifies whole issues.
     *
     * @param after      id of the issue to begin behind; 0 for the first
     * @param most       so many steps, and as many more as complete an issue
     * @param mostBroken it ends when so many issues are broken
     */
    public Part verify(long after, int most, int mostBroken) {
        Walk walk = new Walk(after);
        long row = Long.MAX_VALUE;
        while (true) {
            List<ApprovalSteps.StoredStep> page = steps.after(walk.issueId, row, PAGE);
            walk.look(page);
            for (ApprovalSteps.StoredStep stored : page) {
                if (stored.issueId() != walk.issueId) {
                    walk.endIssue();
                    if (walk.checked >= most || walk.broken.size() >= mostBroken) {
                        return new Part(walk.checked, walk.broken, OptionalLong.of(walk.issueId));
                    }
                    walk.beginIssue(stored.issueId());
                }
                walk.add(stored);
                row = stored.id();
            }
            if (page.size() < PAGE) {
                walk.endIssue();
                return new Part(walk.checked, walk.broken, OptionalLong.empty());
            }
        }
    }

    /** The same of one issue; empty where its chain is whole. */
    public Optional<Broken> verify(long issueId) {
        return verify(issueId - 1, 1, 1).broken().stream().filter(broken -> broken.issueId() == issueId).findFirst();
    }

    /** Where it is, and what it has found. */
    private final class Walk {

        private final List<Broken> broken = new ArrayList<>();
        private Set<String> onRecord = Set.of();
        private long issueId;
        private ApprovalChain chain = new ApprovalChain(this::isOnRecord);
        private int checked;

        Walk(long after) {
            issueId = after;
        }

        void look(List<ApprovalSteps.StoredStep> page) {
            List<String> erased = page.stream().flatMap(row -> row.step().stream()).flatMap(step -> step.erasure().stream()).distinct()
                    .toList();
            onRecord = erased.isEmpty() ? Set.of() : recorded.apply(erased);
        }

        void beginIssue(long id) {
            issueId = id;
            chain = new ApprovalChain(this::isOnRecord);
        }

        void add(ApprovalSteps.StoredStep row) {
            chain.add(row.step());
            checked++;
        }

        void endIssue() {
            OptionalInt first = chain.firstBroken();
            if (first.isPresent()) {
                broken.add(new Broken(issueId, first.getAsInt()));
            }
        }

        private boolean isOnRecord(String erasure) {
            return onRecord.contains(erasure);
        }
    }
}
