package org.decisiongates.jira.readiness;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.templaterenderer.TemplateRenderer;

import org.decisiongates.jira.platform.web.RenderedTemplate;

/** Renders the panel of an issue, on the page of the issue and again after a change. */
@JiraComponent
public class ReadinessPage {

    private static final String TEMPLATE = "/jira/readiness/readiness.vm";

    private final ReadinessService readiness;
    private final ReadinessPanelReader panel;
    private final ReadinessViewFormatter formatter;
    private final TemplateRenderer renderer;
    private final ApplicationProperties application;

    ReadinessPage(ReadinessService readiness, ReadinessPanelReader panel, ReadinessViewFormatter formatter, TemplateRenderer renderer,
            ApplicationProperties application) {
        this.readiness = readiness;
        this.panel = panel;
        this.formatter = formatter;
        this.renderer = renderer;
        this.application = application;
    }

    /** @param viewer null for nobody logged in */
    String html(Issue issue, ApplicationUser viewer) {
        ReadinessView view = formatter.view(application.getBaseUrl(UrlMode.RELATIVE), issue, viewer, panel.read(issue, viewer),
                readiness.isEditable(issue, viewer));
        return RenderedTemplate.of(renderer, TEMPLATE, view);
    }
}
