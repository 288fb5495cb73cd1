package org.decisiongates.jira.blocker;

import java.time.LocalDate;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.templaterenderer.TemplateRenderer;

import org.decisiongates.issue.Field;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.jira.platform.time.JiraDay;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.jira.platform.web.IssuePanel;
import org.decisiongates.jira.platform.web.RenderedTemplate;

/** The open Blockers of an issue on its page: which, until when, and who removes them. */
public final class BlockedByPanel extends IssuePanel {

    private static final String TEMPLATE = "/jira/blocker/blocked-by.vm";

    private final OpenBlockers blockers;
    private final JiraAuthenticationContext authentication;
    private final JiraFields fields;
    private final ProjectTime time;
    private final DayFormatter days;
    private final JiraTexts texts;
    private final TemplateRenderer renderer;
    private final ApplicationProperties application;

    public BlockedByPanel(OpenBlockers blockers, JiraAuthenticationContext authentication, JiraFields fields, ProjectTime time,
            DayFormatter days, JiraTexts texts, TemplateRenderer renderer, ApplicationProperties application) {
        this.blockers = blockers;
        this.authentication = authentication;
        this.fields = fields;
        this.time = time;
        this.days = days;
        this.texts = texts;
        this.renderer = renderer;
        this.application = application;
    }

    @Override
    protected String html(Issue issue) {
        return RenderedTemplate.of(renderer, TEMPLATE,
                new BlockedByView(blockers.of(issue, authentication.getLoggedInUser()).stream().map(this::row).toList()));
    }

    private BlockedByRowView row(Issue blocker) {
        Optional<LocalDate> due = Optional.ofNullable(blocker.getDueDate()).map(JiraDay::of);
        return new BlockedByRowView(blocker.getKey(), application.getBaseUrl(UrlMode.RELATIVE) + "/browse/" + blocker.getKey(),
                blocker.getSummary(),
                due.map(day -> texts.text("decision-gates.jira.blocker.blocked-by.due",
                        days.text(day)))
                        .orElseGet(() -> texts.text("decision-gates.jira.blocker.blocked-by.no-due-date")),
                due.filter(day -> day.isBefore(time.now().toLocalDate())).isPresent(),
                fields.custom(Field.OWNER).map(blocker::getCustomFieldValue).filter(ApplicationUser.class::isInstance)
                        .map(ApplicationUser.class::cast).map(ApplicationUser::getDisplayName)
                        .orElseGet(() -> texts.text("decision-gates.jira.blocker.blocked-by.no-owner")));
    }
}
