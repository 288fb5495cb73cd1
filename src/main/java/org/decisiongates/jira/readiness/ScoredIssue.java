package org.decisiongates.jira.readiness;

import java.util.Comparator;

import com.atlassian.jira.issue.Issue;

import org.decisiongates.readiness.Score;

/** An issue with its score. */
record ScoredIssue(Issue issue, Score score) {

    /**
     * What lacks most comes first, so what would be refused before what would not; of what lacks as much, that with more rules that are not
     * met; then that of which something enforced cannot be told before the transition; at the end what has no score. What is alike keeps
     * its order.
     */
    static final Comparator<ScoredIssue> BY_WHAT_IS_MISSING = Comparator
            .comparingInt((ScoredIssue scored) -> scored.score().missing().orElse(-1))
            .thenComparingInt(scored -> scored.score().rules().size() - scored.score().met())
            .thenComparingInt(scored -> scored.score().askedAtTransition().isEmpty() ? 0 : 1).reversed();
}
