package org.decisiongates.jira.platform.record;

import java.util.List;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.record.Records;
import org.decisiongates.timeline.RowAtRevision;

/** The record of an issue, read once while a page is drawn. */
@JiraComponent
public class PageRecords {

    private final RowsOncePerPage<IssueRecord> records;

    public PageRecords(Records records) {
        this.records = new RowsOncePerPage<>(PageRecords.class, records::ofIssue);
    }

    /** The rows of an issue, all kinds, in the order they were added: at most one statement a page. */
    public List<RowAtRevision<IssueRecord>> ofIssue(long issueId) {
        return records.ofIssue(issueId);
    }

    /** The record of an issue as rules see it. */
    public IssueRecords recordsOf(long issueId) {
        return IssueRecords.of(ofIssue(issueId).stream().map(RowAtRevision::row).toList());
    }
}
