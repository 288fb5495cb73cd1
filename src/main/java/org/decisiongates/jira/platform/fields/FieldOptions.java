package org.decisiongates.jira.platform.fields;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.config.IssueTypeManager;
import com.atlassian.jira.issue.IssueConstant;
import com.atlassian.jira.issue.customfields.manager.OptionsManager;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.fields.config.FieldConfig;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.MissingReferenceException;
import org.decisiongates.issue.OwnField;
import org.decisiongates.issue.Reference;
import org.decisiongates.issue.YesOrNo;
import org.decisiongates.policy.Setting;

/** What can be chosen in a field of this Jira, each with the id it is stored by. A field may have several options of one name. */
@JiraComponent
public class FieldOptions {

    private static final Set<SystemField> LISTED = EnumSet.of(SystemField.ISSUE_TYPE, SystemField.PRIORITY, SystemField.RESOLUTION);

    private final JiraFields fields;
    private final OwnFields ownFields;
    private final OptionsManager options;
    private final ConstantsManager constants;
    private final IssueTypeManager issueTypes;

    public FieldOptions(JiraFields fields, OwnFields ownFields, OptionsManager options, ConstantsManager constants,
            IssueTypeManager issueTypes) {
        this.fields = fields;
        this.ownFields = ownFields;
        this.options = options;
        this.constants = constants;
        this.issueTypes = issueTypes;
    }

    /** The options of {@code field} in every project, in the order administrators gave them; none for a field that has no such list. */
    public List<Choice> of(Field field) {
        Optional<SystemField> system = SystemField.of(field.id());
        if (system.isPresent()) {
            return switch (system.get()) {
                case ISSUE_TYPE -> choices(issueTypes.getIssueTypes());
                case PRIORITY -> choices(constants.getPriorities());
                case RESOLUTION -> choices(constants.getResolutions());
                default -> List.of();
            };
        }
        return fields.custom(field).filter(JiraFields::hasOptions).map(this::options).orElse(List.of());
    }

    /** Whether what can be chosen in the field is a list; not so of labels, which people type. */
    public boolean isListed(Field field) {
        return SystemField.of(field.id()).map(LISTED::contains)
                .orElseGet(() -> fields.custom(field).filter(JiraFields::hasOptions).isPresent());
    }

    /**
     * The name of what is chosen in {@code field}; empty for an option that its list does not have. What needs no list exists, and that a
     * field is gone is for others to say.
     */
    public Optional<String> nameOf(Field field, String id) {
        if (!isListed(field)) {
            return Optional.of(id);
        }
        if (SystemField.of(field.id()).isPresent()) {
            return of(field).stream().filter(choice -> choice.id().equals(id)).findFirst().map(Choice::name);
        }
        return id.matches("[0-9]{1,18}") ? Optional.ofNullable(options.findByOptionId(Long.valueOf(id))).map(Option::getValue)
                : Optional.empty();
    }

    /**
     * Whether {@code field} says yes: by the names of its options, in the app's own field by the options that set-up made, whatever they
     * are called now. What was deleted equals nothing, so its lack is an error (ADR-0076), as is any other answer (ADR-0099).
     */
    public boolean saysYes(Field field, List<Choice> chosen) {
        if (!isCustomerFacing(field)) {
            return YesOrNo.isYes(field, chosen);
        }
        ownFields.yes().filter(id -> options.findByOptionId(Long.valueOf(id)) == null).ifPresent(id -> {
            throw new MissingReferenceException(Reference.toOption(field, id));
        });
        return YesOrNo.isYes(field, chosen.stream().map(choice -> new Choice(choice.id(), ownFields.nameOf(choice))).toList());
    }

    /** What the option that means yes is called now, in the field that says whether customers notice. */
    public String nameOfYes() {
        return ownFields.yes().map(id -> options.findByOptionId(Long.valueOf(id))).map(Option::getValue).orElse(OwnField.YES);
    }

    private boolean isCustomerFacing(Field field) {
        return ownFields.idOf(OwnField.CUSTOMER_FACING).filter(fields.idOf(field)::equals).isPresent();
    }

    /** The options of all fields that have some: thousands on a large site. */
    public List<Choice> ofAll() {
        return fields.fitting(Setting.Type.OPTION_FIELD).stream().flatMap(field -> of(field).stream()).distinct().toList();
    }

    private List<Choice> options(CustomField field) {
        Stream<FieldConfig> configurations = field.getConfigurationSchemes().stream()
                .flatMap(scheme -> scheme.getConfigs().values().stream()).distinct();
        return configurations.flatMap(configuration -> options.getOptions(configuration).stream())
                .map(option -> new Choice(String.valueOf(option.getOptionId()), option.getValue())).distinct().toList();
    }

    private static List<Choice> choices(Collection<? extends IssueConstant> constants) {
        return constants.stream().map(constant -> new Choice(constant.getId(), constant.getName())).toList();
    }
}
