package org.decisiongates.jira.takeout;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.templaterenderer.TemplateRenderer;

import org.decisiongates.jira.platform.search.ScopeResolver;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.jira.summary.SummaryService;
import org.decisiongates.jira.summary.WeekResult;
import org.decisiongates.page.RenderOptions;
import org.decisiongates.page.SummarySection;
import org.decisiongates.page.Surface;
import org.decisiongates.page.WeekPage;
import org.decisiongates.page.view.WeekView;
import org.decisiongates.summary.SealedSnapshot;
import org.decisiongates.summary.Snapshots;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.takeout.WeekDocument;
import org.decisiongates.time.Week;

/** Takes out closed weeks of a project as pages, as far as the reader may see them, in the language of the reader. */
@JiraComponent
class TakeOutWeekReader {

    /** The newest year of weeks. */
    static final int MAX_WEEKS = 53;

    private final Snapshots snapshots;
    private final SummaryService summaries;
    private final ScopeResolver scopes;
    private final PermissionManager permissions;
    private final ProjectTime time;
    private final JiraTexts texts;
    private final ApplicationProperties application;
    private final TemplateRenderer templates;

    TakeOutWeekReader(Snapshots snapshots, SummaryService summaries, ScopeResolver scopes, PermissionManager permissions, ProjectTime time,
            JiraTexts texts, ApplicationProperties application, TemplateRenderer templates) {
        this.snapshots = snapshots;
        this.summaries = summaries;
        this.scopes = scopes;
        this.permissions = permissions;
        this.time = time;
        this.texts = texts;
        this.application = application;
        this.templates = templates;
    }

    /** The closed weeks, newest first; none for whoever administers a project without being allowed to browse it. */
    List<Week> weeks(Project project, ApplicationUser reader) {
        if (!permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, reader)) {
            return List.of();
        }
        String current = Week.of(time.now().toLocalDate()).text();
        return snapshots.latest(Snapshots.scopeOf(project.getId()), current, MAX_WEEKS).stream().map(SealedSnapshot::week).map(Week::parse)
                .toList();
    }

    /** One of these weeks; empty where it is not as it was closed. */
    Optional<WeekDocument> take(Project project, Week week, ApplicationUser reader) {
        WeekResult reading = summaries.read(scopes.of(project), week, reader);
        if (!(reading instanceof WeekResult.Found found)) {
            return Optional.empty();
        }
        WeekView view = WeekPage.in(texts.locale(), texts).of(found.summary(), new RenderOptions(false, Surface.DOCUMENT,
                SummarySection.all(), WeeklySummary.MAX_ROWS, application.getBaseUrl(UrlMode.CANONICAL) + "/browse/", List.of(), List.of(),
                false));
        StringWriter html = new StringWriter();
        html.append("<!DOCTYPE html>\n<html lang=\"").append(texts.locale().toLanguageTag())
                .append("\">\n<head><meta charset=\"utf-8\"><title>").append(project.getKey()).append(' ').append(week.text())
                .append("</title></head>\n<body>\n");
        try {
            for (String template : WeekPage.TEMPLATES) {
                templates.render("/" + template, Map.of("view", view), html);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string refused to be written to", e);
        }
        html.append("</body>\n</html>\n");
        return Optional.of(new WeekDocument(week.text(), html.toString()));
    }
}
