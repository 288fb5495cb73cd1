package org.decisiongates.jira.platform.record;

import java.util.List;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.impact.ImpactLines;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.timeline.RowAtRevision;

/** The impact lines of an issue, read once while a page is drawn. */
@JiraComponent
public class PageImpactLines {

    private final RowsOncePerPage<ImpactLine> lines;

    public PageImpactLines(ImpactLines lines) {
        this.lines = new RowsOncePerPage<>(PageImpactLines.class, lines::ofIssue);
    }

    /** The lines of an issue, in the order they were added: at most one statement a page. */
    public List<RowAtRevision<ImpactLine>> ofIssue(long issueId) {
        return lines.ofIssue(issueId);
    }
}
