package org.decisiongates.jira.policy;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import jakarta.servlet.http.HttpServletRequest;

import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.web.SecureSession;
import org.decisiongates.policy.Scope;

/**
 * Who may read and change policies: those of all projects are for administrators of Jira, with a confirmed session where they change
 * something (ADR-0035); those of a project are for its administrators.
 */
@JiraComponent
class PolicyAccess {

    private final Access access;
    private final SecureSession session;

    PolicyAccess(Access access, SecureSession session) {
        this.access = access;
        this.session = session;
    }

    /** The scope a caller may read; empty or missing for all projects. */
    Scope toRead(String project) {
        if (isGlobal(project)) {
            access.requireAdmin();
            return Scope.GLOBAL;
        }
        return Scope.of(project(project).getId());
    }

    /** The same for a call that changes something. */
    Scope toChange(String project, HttpServletRequest request) {
        Scope scope = toRead(project);
        if (scope.isGlobal() && !session.isConfirmed(request)) {
            throw new ProblemException(403, "decision-gates.jira.rest.not-confirmed",
                    request.getContextPath() + "/plugins/servlet/decision-gates/policies");
        }
        return scope;
    }

    /** The project, for its administrators and those of Jira. */
    Project project(String key) {
        return access.administered(key);
    }

    /** User key of who asks. */
    String caller() {
        return access.caller().getKey();
    }

    static boolean isGlobal(String project) {
        return project == null || project.isEmpty();
    }
}
