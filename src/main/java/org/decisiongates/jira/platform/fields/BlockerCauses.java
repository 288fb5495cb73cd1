package org.decisiongates.jira.platform.fields;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.customfields.manager.OptionsManager;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.OwnField;

/** The causes that a Blocker can have: the options of the field <em>Cause</em>, as administrators have them now. */
@JiraComponent
public class BlockerCauses {

    private final OwnFields own;
    private final CustomFieldManager fields;
    private final OptionsManager options;

    BlockerCauses(OwnFields own, CustomFieldManager fields, OptionsManager options) {
        this.own = own;
        this.fields = fields;
        this.options = options;
    }

    /** Those that can be chosen, in the order of the field; none where it was removed. */
    public List<Option> choices() {
        return own.idOf(OwnField.CAUSE).map(fields::getCustomFieldObject).stream()
                .flatMap(field -> field.getConfigurationSchemes().stream()).limit(1)
                .flatMap(scheme -> Stream.ofNullable(options.getOptions(scheme.getOneAndOnlyConfig()))).flatMap(Collection::stream)
                .filter(option -> !Boolean.TRUE.equals(option.getDisabled())).toList();
    }

    /** The cause of this id, or of this name. */
    public Optional<Option> chosen(String typed) {
        return choices().stream().filter(option -> typed.equals(String.valueOf(option.getOptionId()))
                || typed.equalsIgnoreCase(option.getValue())).findFirst();
    }
}
