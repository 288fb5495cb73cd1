package org.decisiongates.jira.readiness;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;

import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.web.ProjectPage;

/**
 * The page of a project that shows how ready the issues of a release are, those that lack most first; for whoever may browse the project,
 * over the issues that this reader may browse. One search, whatever the number of issues.
 */
@JiraComponent
public class ReleaseReadinessPage implements ProjectPage {

    /** To sort them, all issues of a release are evaluated at once. */
    static final int MAX_ISSUES = 500;
    private static final String WEB_RESOURCE = "org.decisiongates.decision-gates:release-readiness";

    private final ReadinessService readiness;
    private final Searches searches;
    private final ReleaseReadinessFormatter formatter;
    private final PermissionManager permissions;
    private final JiraAuthenticationContext authentication;
    private final TemplateRenderer templates;
    private final PageBuilderService pageBuilder;

    ReleaseReadinessPage(ReadinessService readiness, Searches searches, ReleaseReadinessFormatter formatter, PermissionManager permissions,
            JiraAuthenticationContext authentication, TemplateRenderer templates, PageBuilderService pageBuilder) {
        this.readiness = readiness;
        this.searches = searches;
        this.formatter = formatter;
        this.permissions = permissions;
        this.authentication = authentication;
        this.templates = templates;
        this.pageBuilder = pageBuilder;
    }

    @Override
    public String html(Project project, UnaryOperator<String> parameters) throws IOException {
        ApplicationUser reader = authentication.getLoggedInUser();
        if (!permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, reader)) {
            return notice("decision-gates.jira.sidebar.unknown");
        }
        pageBuilder.assembler().resources().requireWebResource(WEB_RESOURCE);
        return render(view(project, reader, parameters));
    }

    @Override
    public String notice(String key) throws IOException {
        return render(formatter.notice(key));
    }

    private ReleaseReadinessView view(Project project, ApplicationUser reader, UnaryOperator<String> parameters) {
        Collection<Version> releases = project.getVersions();
        if (releases.isEmpty()) {
            return formatter.notice("decision-gates.readiness.release.none");
        }
        String asked = parameters.apply("release");
        Optional<String> release = releases.stream().map(Version::getName).filter(name -> name.equals(asked)).findFirst();
        if (release.isEmpty() && asked != null && !asked.isEmpty()) {
            return formatter.notice(project, "", "unknown");
        }
        String chosen = release.orElseGet(() -> nextOf(releases));
        Searches.Found found = searches.page(reader, JqlBuilder.byKey("project = " + project.getId() + " AND fixVersion = "
                + JqlBuilder.quoted(chosen)), 0, MAX_ISSUES);
        if (found.total() == 0) {
            return formatter.notice(project, chosen, "empty", chosen);
        }
        if (found.total() > MAX_ISSUES) {
            return formatter.notice(project, chosen, "too-many", found.total(), MAX_ISSUES);
        }
        List<ScoredIssue> ranked = readiness.scores(found.issues(), reader).stream().sorted(ScoredIssue.BY_WHAT_IS_MISSING).toList();
        return formatter.view(project, chosen, ranked, start(parameters.apply("start"), ranked.size()));
    }

    /** The first that is not out yet, in Jira's order; the last where all are. */
    private static String nextOf(Collection<Version> releases) {
        List<Version> all = List.copyOf(releases);
        return all.stream().filter(version -> !version.isReleased()).findFirst().orElse(all.get(all.size() - 1)).getName();
    }

    /** Where the part begins that is asked for; the first part where that is no part. */
    private static int start(String given, int all) {
        int start = given != null && given.matches("[0-9]{1,5}") ? Integer.parseInt(given) : 0;
        return start < all ? start - start % ReleaseReadinessFormatter.ROWS : 0;
    }

    private String render(ReleaseReadinessView view) throws IOException {
        StringWriter html = new StringWriter();
        templates.render("/jira/readiness/release-readiness.vm", Map.of("view", view), html);
        return html.toString();
    }
}
