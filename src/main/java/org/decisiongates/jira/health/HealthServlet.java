package org.decisiongates.jira.health;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.jira.project.Project;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.platform.web.FormServlet;
import org.decisiongates.jira.platform.web.ScopeAccess;
import org.decisiongates.policy.Scope;

/**
 * Serves the page of health: of all of Jira to its administrators, with {@code project} of a project to those of the project. It admits
 * everybody, as an administrator need not have application access, and {@link ScopeAccess} decides.
 */
@UnrestrictedAccess
public final class HealthServlet extends FormServlet<Scope> {

    private static final long serialVersionUID = 1L;
    private static final String ADDRESS = "/plugins/servlet/decision-gates/health";
    private static final String[] TEMPLATES = {"/jira/health/health.vm", "/jira/health/health-jobs.vm"};

    private final transient ScopeAccess door;
    private final transient Access access;
    private final transient HealthReader reader;
    private final transient HealthFormatter formatter;
    private final transient JobRowFormatter jobs;
    private final transient HealthRepairs repairs;

    public HealthServlet(FormPages pages, ScopeAccess door, Access access, HealthReader reader, HealthFormatter formatter,
            JobRowFormatter jobs, HealthRepairs repairs) {
        super(pages, "org.decisiongates.decision-gates:health");
        this.door = door;
        this.access = access;
        this.reader = reader;
        this.formatter = formatter;
        this.jobs = jobs;
        this.repairs = repairs;
    }

    @Override
    protected Optional<Scope> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return door.scope(request, response);
    }

    @Override
    protected Optional<Project> settingsOf(Scope scope) {
        return door.project(scope);
    }

    /** Has every check look now. */
    @Override
    protected void show(FormPage page, Scope scope, List<String> errors) throws IOException {
        String project = scope.isGlobal() ? "" : access.administered(page.parameter("project")).getKey();
        page.render(formatter.view(reader.report(scope), project, access.isAdmin(),
                scope.isGlobal() ? jobs.rows() : List.of(), scope.isGlobal() ? repairs.offers() : List.of(),
                new HealthFormView(page.tokenName(), page.tokenValue(), page.contextPath() + ADDRESS, errors)), TEMPLATES);
    }

    /** Has the app mend something, and leads to what is left; of a project nothing is mended. */
    @Override
    protected void submit(FormPage page, Scope scope) throws IOException {
        List<String> errors = scope.isGlobal() ? repairs.repair(page.parameter("repair")).stream().toList() : List.of();
        if (scope.isGlobal() && errors.isEmpty()) {
            page.redirect(page.contextPath() + ADDRESS);
        } else {
            show(page, scope, errors);
        }
    }
}
