package org.decisiongates.jira.impact;

import java.util.List;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.templaterenderer.TemplateRenderer;

import org.decisiongates.issue.ImpactLine;
import org.decisiongates.jira.platform.record.PageImpactLines;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.web.RenderedTemplate;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.RowAtRevision;

/** Renders the panel of an issue, on the page of the issue and again after a change. */
@JiraComponent
public class ImpactPage {

    private static final String TEMPLATE = "/jira/impact/impact.vm";

    private final PageImpactLines lines;
    private final OwnIssueAccess issues;
    private final ImpactFormatter formatter;
    private final TemplateRenderer renderer;
    private final ApplicationProperties application;

    ImpactPage(PageImpactLines lines, OwnIssueAccess issues, ImpactFormatter formatter, TemplateRenderer renderer,
            ApplicationProperties application) {
        this.lines = lines;
        this.issues = issues;
        this.formatter = formatter;
        this.renderer = renderer;
        this.application = application;
    }

    String html(Issue issue) {
        List<RowAtRevision<ImpactLine>> stored = lines.ofIssue(issue.getId());
        boolean blocker = issues.kind(issue).filter(kind -> kind == Change.Kind.BLOCKER).isPresent();
        String address = application.getBaseUrl(UrlMode.RELATIVE) + "/rest/decision-gates/1.0/issue/" + issue.getKey() + "/impact-lines";
        ImpactView view = ImpactView.of(address, blocker, issues.editable(issue), formatter.lines(stored));
        return RenderedTemplate.of(renderer, TEMPLATE, view);
    }
}
