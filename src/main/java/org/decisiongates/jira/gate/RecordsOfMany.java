package org.decisiongates.jira.gate;

import java.util.List;
import java.util.Map;

import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.record.Records;
import org.decisiongates.timeline.RowAtRevision;

/** The records of several issues, read with one statement at the first question. For one thread. */
final class RecordsOfMany {

    private final Records records;
    private final List<Long> issueIds;
    private Map<Long, List<RowAtRevision<IssueRecord>>> rows;

    RecordsOfMany(Records records, List<Long> issueIds) {
        this.records = records;
        this.issueIds = List.copyOf(issueIds);
    }

    IssueRecords of(long issueId) {
        if (rows == null) {
            rows = records.ofIssues(issueIds);
        }
        return IssueRecords.of(rows.getOrDefault(issueId, List.of()).stream().map(RowAtRevision::row).toList());
    }
}
