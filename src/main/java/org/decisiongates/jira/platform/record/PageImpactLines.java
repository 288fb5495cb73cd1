package org.decisiongates.jira.platform.record;

import java.util.List;

import com.atlassian.jira.web.ExecutingHttpRequest;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import jakarta.servlet.http.HttpServletRequest;

import org.decisiongates.impact.ImpactLines;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.timeline.RowAtRevision;

/** The impact lines of an issue, read once while a page is drawn, as {@link PageRecords} reads its record. */
@JiraComponent
public class PageImpactLines {

    private static final String ATTRIBUTE = PageImpactLines.class.getName() + ".";

    private final ImpactLines lines;

    public PageImpactLines(ImpactLines lines) {
        this.lines = lines;
    }

    /** The lines of an issue, in the order they were added: at most one statement a page. */
    public List<RowAtRevision<ImpactLine>> ofIssue(long issueId) {
        HttpServletRequest request = ExecutingHttpRequest.get();
        if (request == null || !"GET".equals(request.getMethod())) {
            return lines.ofIssue(issueId);
        }
        if (request.getAttribute(ATTRIBUTE + issueId) instanceof Read known) {
            return known.rows();
        }
        Read fresh = new Read(lines.ofIssue(issueId));
        request.setAttribute(ATTRIBUTE + issueId, fresh);
        return fresh.rows();
    }

    private record Read(List<RowAtRevision<ImpactLine>> rows) {
    }
}
