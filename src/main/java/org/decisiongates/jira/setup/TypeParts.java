package org.decisiongates.jira.setup;

import java.util.List;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

/** The parts that screens and workflows are made of: statuses, issue types, fields. */
@JiraComponent
class TypeParts {

    private final StatusParts statuses;
    private final IssueTypeParts issueTypes;
    private final FieldParts fields;

    TypeParts(StatusParts statuses, IssueTypeParts issueTypes, FieldParts fields) {
        this.statuses = statuses;
        this.issueTypes = issueTypes;
        this.fields = fields;
    }

    List<Part> all() {
        return Stream.of(statuses.all(), issueTypes.all(), fields.all()).flatMap(List::stream).toList();
    }
}
