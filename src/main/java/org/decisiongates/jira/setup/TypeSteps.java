package org.decisiongates.jira.setup;

import java.util.List;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

/** The parts that screens and workflows are made of: statuses, issue types, fields, types of links. */
@JiraComponent
class TypeSteps {

    private final StatusSteps statuses;
    private final IssueTypeSteps issueTypes;
    private final FieldSteps fields;
    private final LinkTypeSteps linkTypes;

    TypeSteps(StatusSteps statuses, IssueTypeSteps issueTypes, FieldSteps fields, LinkTypeSteps linkTypes) {
        this.statuses = statuses;
        this.issueTypes = issueTypes;
        this.fields = fields;
        this.linkTypes = linkTypes;
    }

    List<SetupStep> all() {
        return Stream.of(statuses.all(), issueTypes.all(), fields.all(), linkTypes.all()).flatMap(List::stream).toList();
    }
}
