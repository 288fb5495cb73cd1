package org.decisiongates.metric;

import java.util.List;
import java.util.TreeMap;

import org.decisiongates.timeline.IssueTimeline;

/** The issues behind a number: how many, and the keys of the oldest of them. */
final class ContributingIssues {

    private final TreeMap<Long, String> keys = new TreeMap<>();
    private long total;

    void add(long issueId, String key) {
        total++;
        keys.put(issueId, key);
        if (keys.size() > Figure.MAX_ISSUES) {
            keys.pollLastEntry();
        }
    }

    void add(IssueTimeline issue) {
        add(issue.id(), issue.key());
    }

    List<String> keys() {
        return List.copyOf(keys.values());
    }

    long total() {
        return total;
    }
}
