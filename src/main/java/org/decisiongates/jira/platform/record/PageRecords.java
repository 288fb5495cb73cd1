package org.decisiongates.jira.platform.record;

import java.util.List;

import com.atlassian.jira.web.ExecutingHttpRequest;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import jakarta.servlet.http.HttpServletRequest;

import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.record.Records;
import org.decisiongates.timeline.RowAtRevision;

/**
 * The record of an issue, read once while a page is drawn, however many panels show something of it. A GET changes nothing, so what one
 * panel read holds for the next; every other request reads anew.
 */
@JiraComponent
public class PageRecords {

    private static final String ATTRIBUTE = PageRecords.class.getName() + ".";

    private final Records records;

    public PageRecords(Records records) {
        this.records = records;
    }

    /** The rows of an issue, all kinds, in the order they were added: at most one statement a page. */
    public List<RowAtRevision<IssueRecord>> ofIssue(long issueId) {
        HttpServletRequest request = ExecutingHttpRequest.get();
        if (request == null || !"GET".equals(request.getMethod())) {
            return records.ofIssue(issueId);
        }
        if (request.getAttribute(ATTRIBUTE + issueId) instanceof Read known) {
            return known.rows();
        }
        Read fresh = new Read(records.ofIssue(issueId));
        request.setAttribute(ATTRIBUTE + issueId, fresh);
        return fresh.rows();
    }

    /** The record of an issue as rules see it. */
    public IssueRecords recordsOf(long issueId) {
        return IssueRecords.of(ofIssue(issueId).stream().map(RowAtRevision::row).toList());
    }

    private record Read(List<RowAtRevision<IssueRecord>> rows) {
    }
}
