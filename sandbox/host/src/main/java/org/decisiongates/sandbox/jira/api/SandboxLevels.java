package org.decisiongates.sandbox.jira.api;

import com.atlassian.jira.issue.security.IssueSecurityLevel;

import org.decisiongates.sandbox.jira.model.LevelRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** {@code com.atlassian.jira.issue.security.IssueSecurityLevelManager}. */
record SandboxLevels(SandboxJira jira) {

    private record Level(LevelRow row) implements IssueSecurityLevel {

        @Override
        public String getName() {
            return row.name();
        }
    }

    /** Null for none. */
    public IssueSecurityLevel getSecurityLevel(Long id) {
        return jira.levels().byId(id).map(Level::new).orElse(null);
    }
}
