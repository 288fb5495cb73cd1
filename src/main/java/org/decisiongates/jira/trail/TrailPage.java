package org.decisiongates.jira.trail;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.templaterenderer.TemplateRenderer;

import org.decisiongates.jira.platform.web.RenderedTemplate;

/** Renders the tab of a Decision: what {@link IssueTrailReader} costs. */
@JiraComponent
public class TrailPage {

    private static final String TEMPLATE = "/jira/trail/trail.vm";

    private final IssueTrailReader reader;
    private final TrailFormatter formatter;
    private final TemplateRenderer renderer;
    private final ApplicationProperties application;

    TrailPage(IssueTrailReader reader, TrailFormatter formatter, TemplateRenderer renderer, ApplicationProperties application) {
        this.reader = reader;
        this.formatter = formatter;
        this.renderer = renderer;
        this.application = application;
    }

    String html(Issue issue) {
        String address = application.getBaseUrl(UrlMode.RELATIVE) + "/rest/decision-gates/1.0/issue/" + issue.getKey() + "/trail";
        return RenderedTemplate.of(renderer, TEMPLATE, formatter.view(address, reader.trail(issue)));
    }
}
