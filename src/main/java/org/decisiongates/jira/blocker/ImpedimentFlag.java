package org.decisiongates.jira.blocker;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.issue.customfields.manager.OptionsManager;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.fields.config.FieldConfig;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The flag of boards: the field <em>Flagged</em> that Jira Software brings, checkboxes with the option <em>Impediment</em>. A Jira without
 * it has no flag.
 */
@JiraComponent
public class ImpedimentFlag {

    private static final Logger LOG = LoggerFactory.getLogger(ImpedimentFlag.class);
    private static final String NAME = "Flagged";
    private static final String TYPE = "com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes";
    private static final String OPTION = "Impediment";

    private final CustomFieldManager fields;
    private final OptionsManager options;
    private final IssueService issues;

    ImpedimentFlag(CustomFieldManager fields, OptionsManager options, IssueService issues) {
        this.fields = fields;
        this.options = options;
        this.issues = issues;
    }

    /** Flags the issue where there is a flag, it is not set, and the caller may edit the issue. */
    void raise(Issue issue, ApplicationUser caller) {
        if (issues.isEditable(issue, caller)) {
            flags().filter(field -> !isSet(issue, field)).findFirst()
                    .ifPresent(field -> impediment(issue, field).ifPresent(option -> set(issue, field, option, caller)));
        }
    }

    private Stream<CustomField> flags() {
        return fields.getCustomFieldObjectsByName(NAME).stream().filter(field -> TYPE.equals(field.getCustomFieldType().getKey()));
    }

    private static boolean isSet(Issue issue, CustomField field) {
        return issue.getCustomFieldValue(field) instanceof Collection<?> values && !values.isEmpty();
    }

    private Optional<Option> impediment(Issue issue, CustomField field) {
        FieldConfig configuration = field.getRelevantConfig(issue);
        return configuration == null ? Optional.empty()
                : options.getOptions(configuration).stream().filter(option -> OPTION.equals(option.getValue())).findFirst();
    }

    /** The flag is on hardly any screen; Jira's boards set it all the same. */
    private void set(Issue issue, CustomField field, Option option, ApplicationUser caller) {
        IssueInputParameters input = issues.newIssueInputParameters();
        input.setSkipScreenCheck(true);
        input.setRetainExistingValuesWhenParameterNotProvided(true, true);
        input.addCustomFieldValue(field.getId(), option.getOptionId().toString());
        IssueService.UpdateValidationResult valid = issues.validateUpdate(caller, issue.getId(), input);
        boolean done = valid.isValid() && issues.update(caller, valid).isValid();
        if (!done) {
            LOG.info("{} was not flagged: {}", issue.getKey(), valid.getErrorCollection().getErrors());
        }
    }
}
