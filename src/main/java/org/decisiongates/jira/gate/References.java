package org.decisiongates.jira.gate;

import java.util.List;
import java.util.Optional;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.Reference;
import org.decisiongates.jira.platform.fields.FieldOptions;

/** Looks up what settings name of this Jira. Jira keeps all of it in memory. */
@JiraComponent
class References {

    private final People people;
    private final FieldOptions options;
    private final IssueLinkTypeManager linkTypes;
    private final ConstantsManager constants;

    References(People people, FieldOptions options, IssueLinkTypeManager linkTypes, ConstantsManager constants) {
        this.people = people;
        this.options = options;
        this.linkTypes = linkTypes;
        this.constants = constants;
    }

    /** Whether what is chosen in a field means yes; an error where the option that means it was deleted. */
    boolean saysYes(Field field, List<Choice> chosen) {
        return options.saysYes(field, chosen);
    }

    /** The name people read; empty when Jira does not have it. */
    Optional<String> nameOf(Reference reference) {
        return switch (reference.kind()) {
            case PERSON, GROUP, ROLE -> people.nameOf(reference);
            case OPTION ->
                reference.field().isPresent() ? options.nameOf(reference.field().get(), reference.id()) : Optional.of(reference.id());
            case LINK_TYPE -> linkTypes.getIssueLinkTypes().stream().filter(type -> reference.id().equals(String.valueOf(type.getId())))
                    .findFirst().map(IssueLinkType::getName);
            case STATUS -> Optional.ofNullable(constants.getStatus(reference.id())).map(Status::getName);
        };
    }
}
