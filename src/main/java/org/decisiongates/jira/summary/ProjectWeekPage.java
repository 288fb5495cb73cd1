package org.decisiongates.jira.summary;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;

import org.decisiongates.page.WeekPage;
import org.decisiongates.page.view.WeekView;

/** Renders the week of a project for the current user. */
@JiraComponent
public class ProjectWeekPage {

    private static final String WEB_RESOURCE = "org.decisiongates.decision-gates:weekly-summary";

    private final ProjectWeekFormatter weeks;
    private final PermissionManager permissions;
    private final TemplateRenderer templates;
    private final PageBuilderService pageBuilder;

    ProjectWeekPage(ProjectWeekFormatter weeks, PermissionManager permissions, TemplateRenderer templates, PageBuilderService pageBuilder) {
        this.weeks = weeks;
        this.permissions = permissions;
        this.templates = templates;
        this.pageBuilder = pageBuilder;
    }

    /**
     * @param user null for nobody logged in
     * @param asked what the address asks for
     */
    String html(Project project, ApplicationUser user, ProjectWeekQuestion asked) throws IOException {
        if (!permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, user)) {
            return unknown();
        }
        pageBuilder.assembler().resources().requireWebResource(WEB_RESOURCE);
        return render(weeks.view(project, user, asked));
    }

    /** Replaces the page when the project is unknown, or hidden from the reader. */
    String unknown() {
        return notice("decision-gates.jira.sidebar.unknown");
    }

    /** Replaces a page that could not be rendered. */
    String failed() {
        return notice("decision-gates.jira.sidebar.failed");
    }

    private String notice(String text) {
        try {
            return render(weeks.notice(text));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("a string refused to be written to", e);
        }
    }

    private String render(WeekView view) throws IOException {
        StringWriter html = new StringWriter();
        for (String template : WeekPage.TEMPLATES) {
            templates.render("/" + template, Map.of("view", view), html);
        }
        return html.toString();
    }
}
