package org.decisiongates.sandbox.jira.web.rest;

import org.decisiongates.sandbox.host.CurrentUser;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.UserRow;

/** Who calls the REST, and what that person may see. */
final class Caller {

    private final CurrentUser current;
    private final SandboxJira jira;

    Caller(CurrentUser current, SandboxJira jira) {
        this.current = current;
        this.jira = jira;
    }

    /** The caller's key; anonymous callers are refused. */
    String key() {
        return current.key().orElseThrow(RestProblem::unauthorized);
    }

    UserRow user() {
        return jira.users().byKey(key()).orElseThrow(RestProblem::unauthorized);
    }

    IssueRow issue(String keyOrId) {
        return jira.issues().visible(key(), keyOrId).orElseThrow(RestProblem::noSuchIssue);
    }

    ProjectRow project(String keyOrId) {
        return jira.projects().visibleTo(key()).stream()
                .filter(project -> project.key().equalsIgnoreCase(keyOrId) || String.valueOf(project.id()).equals(keyOrId)).findFirst()
                .orElseThrow(() -> RestProblem.notFound("No project could be found with key '" + keyOrId + "'."));
    }
}
