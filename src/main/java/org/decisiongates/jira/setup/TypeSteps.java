package org.decisiongates.jira.setup;

import java.util.List;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

/** The parts that screens and workflows are made of: statuses, issue types, fields. */
@JiraComponent
class TypeSteps {

    private final StatusSteps statuses;
    private final IssueTypeSteps issueTypes;
    private final FieldSteps fields;

    TypeSteps(StatusSteps statuses, IssueTypeSteps issueTypes, FieldSteps fields) {
        this.statuses = statuses;
        this.issueTypes = issueTypes;
        this.fields = fields;
    }

    List<SetupStep> all() {
        return Stream.of(statuses.all(), issueTypes.all(), fields.all()).flatMap(List::stream).toList();
    }
}
