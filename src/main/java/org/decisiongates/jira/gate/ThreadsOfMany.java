package org.decisiongates.jira.gate;

import java.util.List;
import java.util.Map;

import org.decisiongates.issue.IssueThread;
import org.decisiongates.review.ReviewThread;
import org.decisiongates.review.ReviewThreads;

/** The feedback threads of several issues, read with one statement at the first question. For one thread of execution. */
final class ThreadsOfMany {

    private final ReviewThreads threads;
    private final List<Long> issueIds;
    private Map<Long, List<ReviewThread>> read;

    ThreadsOfMany(ReviewThreads threads, List<Long> issueIds) {
        this.threads = threads;
        this.issueIds = List.copyOf(issueIds);
    }

    List<IssueThread> of(long issueId) {
        if (read == null) {
            read = threads.ofIssues(issueIds);
        }
        return read.getOrDefault(issueId, List.of()).stream().map(ReviewThread::seenByRules).toList();
    }
}
