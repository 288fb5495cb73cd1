package org.decisiongates.jira.gate;

import java.util.Optional;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.issue.customfields.manager.OptionsManager;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Reference;
import org.decisiongates.jira.platform.fields.JiraFields;

/** Looks up what settings name of this Jira. Jira keeps all of it in memory. */
@JiraComponent
class References {

    private final People people;
    private final JiraFields fields;
    private final OptionsManager options;
    private final IssueLinkTypeManager linkTypes;
    private final ConstantsManager constants;

    References(People people, JiraFields fields, OptionsManager options, IssueLinkTypeManager linkTypes, ConstantsManager constants) {
        this.people = people;
        this.fields = fields;
        this.options = options;
        this.linkTypes = linkTypes;
        this.constants = constants;
    }

    /** The name people read; empty when Jira does not have it. */
    Optional<String> nameOf(Reference reference) {
        return switch (reference.kind()) {
            case PERSON, GROUP, ROLE -> people.nameOf(reference);
            case OPTION -> option(reference);
            case LINK_TYPE -> linkTypes.getIssueLinkTypes().stream().filter(type -> reference.id().equals(String.valueOf(type.getId())))
                    .findFirst().map(IssueLinkType::getName);
            case STATUS -> Optional.ofNullable(constants.getStatus(reference.id())).map(Status::getName);
        };
    }

    /** A label, and a value of a field that is gone, needs no list: it is there as soon as somebody types it, or the rule says what is gone. */
    private Optional<String> option(Reference reference) {
        boolean isListed = reference.field().flatMap(fields::custom).filter(JiraFields::hasOptions).isPresent();
        if (!isListed) {
            return Optional.of(reference.id());
        }
        return reference.id().matches("[0-9]{1,18}") ? Optional.ofNullable(options.findByOptionId(Long.valueOf(reference.id())))
                .map(Option::getValue) : Optional.empty();
    }
}
