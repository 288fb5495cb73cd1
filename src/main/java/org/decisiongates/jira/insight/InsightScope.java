package org.decisiongates.jira.insight;

import java.util.Optional;

/**
 * What an insight is about.
 *
 * @param title     name of the project, or of the page
 * @param project   key of the project; empty for all of Jira
 * @param auditPath address of the project's page below Jira's context path; empty for those who may not read the audit
 */
record InsightScope(String title, Optional<String> project, Optional<String> auditPath) {

    /** What the audit is called in a project's sidebar. */
    static final String AUDIT = "org.decisiongates.decision-gates:project-audit-link";
}
