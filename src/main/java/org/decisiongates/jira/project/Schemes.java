package org.decisiongates.jira.project;

import java.util.List;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

/** The schemes the app extends, in the order it does. */
@JiraComponent
class Schemes {

    private final List<Scheme> inOrder;

    Schemes(ScreensOfProject screens, WorkflowsOfProject workflows, IssueTypesOfProject issueTypes) {
        // issue types last: nobody sees them before their screens and workflows are there
        this.inOrder = List.of(screens, workflows, issueTypes);
    }

    List<Scheme> inOrder() {
        return inOrder;
    }
}
