package org.decisiongates.jira.readiness;

import java.util.Comparator;

import com.atlassian.jira.issue.Issue;

import org.decisiongates.readiness.Score;

/** An issue with its score. */
record ScoredIssue(Issue issue, Score score) {

    /** What lacks most comes first; of what lacks as much, that with more rules that are not met; at the end what nothing is asked of. */
    static final Comparator<ScoredIssue> BY_WHAT_IS_MISSING = Comparator
            .comparingInt((ScoredIssue scored) -> scored.score().missing().orElse(-1))
            .thenComparingInt(scored -> scored.score().rules().size() - scored.score().met()).reversed();
}
