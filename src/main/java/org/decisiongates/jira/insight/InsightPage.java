package org.decisiongates.jira.insight;

import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;

import org.decisiongates.jira.audit.AuditPermission;
import org.decisiongates.jira.audit.FilterFormatter;
import org.decisiongates.jira.audit.GateFilterParser;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.jira.platform.web.ProjectPage;
import org.decisiongates.time.Week;
import org.decisiongates.timeline.GateFilter;

/** The page that shows what gates did: of a project, for whoever may browse it, and of all of Jira, for administrators. */
@JiraComponent
public class InsightPage implements ProjectPage {

    private static final String TITLE = "decision-gates.jira.insight.title";
    static final String ITEM = "org.decisiongates.decision-gates:project-insight-link";
    static final String SERVLET = "/plugins/servlet/decision-gates/insight";
    private static final String WEB_RESOURCE = "org.decisiongates.decision-gates:insight";
    private static final int WEEKS = 12;
    /** Each day or week is a row, whether anything was asked in it or not. */
    static final int MAX_DAYS = 3_660;

    private final InsightService insights;
    private final InsightFormatter formatter;
    private final FilterFormatter filters;
    private final PermissionManager permissions;
    private final AuditPermission audit;
    private final JiraAuthenticationContext authentication;
    private final ProjectTime time;
    private final JiraTexts texts;
    private final TemplateRenderer templates;
    private final PageBuilderService pageBuilder;

    InsightPage(InsightService insights, InsightFormatter formatter, FilterFormatter filters, PermissionManager permissions,
            AuditPermission audit, JiraAuthenticationContext authentication, ProjectTime time, JiraTexts texts,
            TemplateRenderer templates, PageBuilderService pageBuilder) {
        this.insights = insights;
        this.formatter = formatter;
        this.filters = filters;
        this.permissions = permissions;
        this.audit = audit;
        this.authentication = authentication;
        this.time = time;
        this.texts = texts;
        this.templates = templates;
        this.pageBuilder = pageBuilder;
    }

    @Override
    public String html(Project project, UnaryOperator<String> parameters) throws IOException {
        ApplicationUser reader = authentication.getLoggedInUser();
        if (!permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, reader)) {
            return notice("decision-gates.jira.sidebar.unknown");
        }
        String path = "/projects/" + project.getKey();
        return html(new InsightScope(project.getName(), Optional.of(project.getKey()),
                audit.isHeld(project, reader) ? Optional.of(path) : Optional.empty()),
                Optional.of(project.getId()), path, ITEM, parameters);
    }

    /** Of the page over all of Jira. */
    String title() {
        return texts.text(TITLE);
    }

    /** All of Jira, as far as the reader may browse it; for those who were found to be administrators. */
    String html(UnaryOperator<String> parameters) throws IOException {
        return html(new InsightScope(texts.text("decision-gates.jira.insight.all"), Optional.empty(), Optional.empty()), Optional.empty(),
                SERVLET, "", parameters);
    }

    private String html(InsightScope scope, Optional<Long> project, String path, String item, UnaryOperator<String> parameters)
            throws IOException {
        pageBuilder.assembler().resources().requireWebResource(WEB_RESOURCE);
        GateFilterParser asked = new GateFilterParser(parameters, time.zone());
        LocalDate today = time.now().toLocalDate();
        asked.requireAtMost(MAX_DAYS, firstDay(today), today);
        GateFilter filter = asked.filter(project, firstDay(today), today);
        InsightView view = asked.problems().isEmpty()
                ? formatter.view(scope, asked, insights.read(filter, authentication.getLoggedInUser()))
                : formatter.nothing(scope.title());
        return render("/jira/audit/filter.vm", filters.form(TITLE, path, item, asked, filter, time.zone()))
                + render("/jira/insight/insight.vm", view);
    }

    @Override
    public String notice(String text) throws IOException {
        return render("/jira/insight/insight.vm", formatter.notice(text));
    }

    /** Of the period that is shown when none is asked for: twelve weeks, this one included. */
    static LocalDate firstDay(LocalDate today) {
        return Week.of(today).monday().minusWeeks(WEEKS - 1L);
    }

    private String render(String template, Object view) throws IOException {
        StringWriter html = new StringWriter();
        templates.render(template, Map.of("view", view), html);
        return html.toString();
    }
}
