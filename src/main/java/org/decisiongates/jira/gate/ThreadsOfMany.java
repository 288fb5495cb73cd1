package org.decisiongates.jira.gate;

import java.util.List;
import java.util.Map;

import org.decisiongates.issue.IssueThread;
import org.decisiongates.review.ReviewThreads;
import org.decisiongates.review.ThreadProgress;

/**
 * The feedback threads of several issues, without what was written, read with one statement at the first question. For one thread of
 * execution.
 */
final class ThreadsOfMany {

    private final ReviewThreads threads;
    private final List<Long> issueIds;
    private Map<Long, List<ThreadProgress>> read;

    ThreadsOfMany(ReviewThreads threads, List<Long> issueIds) {
        this.threads = threads;
        this.issueIds = List.copyOf(issueIds);
    }

    List<IssueThread> of(long issueId) {
        if (read == null) {
            read = threads.progressOf(issueIds);
        }
        return read.getOrDefault(issueId, List.of()).stream().map(ThreadProgress::seenByRules).toList();
    }
}
