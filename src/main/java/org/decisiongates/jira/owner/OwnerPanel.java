package org.decisiongates.jira.owner;

import com.atlassian.jira.issue.Issue;
import com.atlassian.templaterenderer.TemplateRenderer;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.IssuePanel;
import org.decisiongates.jira.platform.web.RenderedTemplate;

/** Says on the page of an issue that its owner and assignee differ, and why, where the project keeps them the same. */
public final class OwnerPanel extends IssuePanel {

    private final OwnerDifferences differences;
    private final JiraTexts texts;
    private final TemplateRenderer renderer;

    public OwnerPanel(OwnerDifferences differences, JiraTexts texts, TemplateRenderer renderer) {
        this.differences = differences;
        this.texts = texts;
        this.renderer = renderer;
    }

    @Override
    protected String html(Issue issue) {
        return differences.of(issue).map(found -> RenderedTemplate.of(renderer, "/jira/owner/owner-panel.vm",
                new OwnerPanelView(found.ownerName(texts), found.assigneeName(texts)))).orElse("");
    }
}
