package org.decisiongates.jira.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.jira.config.IssueTypeManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.context.GlobalIssueContext;
import com.atlassian.jira.issue.customfields.manager.OptionsManager;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.issue.customfields.option.Options;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.fields.config.FieldConfig;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.BlockerCause;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.SetupRegistry;

/** The custom fields, for the app's own issue types in every project. */
@JiraComponent
class FieldSteps {

    private static final String TYPES = "com.atlassian.jira.plugin.system.customfieldtypes:";
    private static final Map<OwnField, Shape> SHAPES = Map.ofEntries(
            Map.entry(OwnField.OWNER, person(OwnerRenaming.NAME, "The one person who answers for this.")),
            Map.entry(OwnField.ACCEPTANCE_CRITERIA,
                    text("Acceptance criteria", "What must be true for the outcome to be accepted, one criterion per line.")),
            Map.entry(OwnField.FALLBACK, text("Fallback plan", "What happens if this is not settled in time.")),
            Map.entry(OwnField.TRADE_OFFS, text("Trade-offs", "What is given up for what.")),
            Map.entry(OwnField.QUESTION, text("Question and options", "What has to be decided, and between what.")),
            Map.entry(OwnField.EXPECTED_IMPACT, text("Expected customer impact", "What customers will notice, and by how much.")),
            Map.entry(OwnField.CUSTOMER_FACING,
                    new Shape("Customer-facing", "Whether customers notice.", "select", "multiselectsearcher")),
            Map.entry(OwnField.CAUSE, new Shape("Cause", "What kind of thing blocks.", "select", "multiselectsearcher")),
            Map.entry(OwnField.OUTCOME, text("Outcome", "What was decided, or how it was settled.")),
            Map.entry(OwnField.OUTCOME_REASON, text("Reason for the outcome", "Why it was decided like that.")),
            Map.entry(OwnField.REASON, text("Reason", "Why it was rejected, superseded, accepted, escalated or reopened.")),
            Map.entry(OwnField.SUPERSEDED_BY,
                    new Shape("Superseded by", "Key of the Decision that takes the place of this one.", "textfield", "textsearcher")),
            Map.entry(OwnField.REJECTED_OPTIONS, text("Rejected options", "What was not chosen, and why.")),
            Map.entry(OwnField.RISK_APPROVER, person("Risk accepted by", "Who accepts the risk; somebody other than the owner.")),
            Map.entry(OwnField.RISK_EXPIRY,
                    new Shape("Risk accepted until", "The last day on which the risk is accepted.", "datepicker", "daterange")));

    private final CustomFieldManager fields;
    private final OptionsManager options;
    private final IssueTypeManager types;
    private final SetupRegistry registry;

    FieldSteps(CustomFieldManager fields, OptionsManager options, IssueTypeManager types, SetupRegistry registry) {
        this.fields = fields;
        this.options = options;
        this.types = types;
        this.registry = registry;
    }

    /** What set-up calls a field, unless the name is taken. */
    static String nameOf(OwnField field) {
        return SHAPES.get(field).name();
    }

    List<SetupStep> all() {
        List<SetupStep> parts = new ArrayList<>();
        for (OwnField field : OwnField.values()) {
            Shape shape = SHAPES.get(field);
            parts.add(new SetupStep(OwnFields.thing(field), shape.name(),
                    id -> Optional.ofNullable(fields.getCustomFieldObject(id)).map(CustomField::getName), () -> lookalikes(shape),
                    () -> make(shape)));
        }
        parts.add(option(OwnFields.YES, OwnField.CUSTOMER_FACING, 0, OwnField.YES));
        parts.add(option(OwnFields.NO, OwnField.CUSTOMER_FACING, 1, OwnField.NO));
        for (BlockerCause cause : BlockerCause.values()) {
            parts.add(option(cause.thing(), OwnField.CAUSE, cause.ordinal(), cause.label()));
        }
        return parts;
    }

    /** Key of the type that set-up gives a field. */
    String typeOf(OwnField field) {
        return TYPES + SHAPES.get(field).type();
    }

    private Set<String> lookalikes(Shape shape) {
        return fields.getCustomFieldObjects().stream()
                .filter(existing -> OwnerRenaming.names(shape.name()).anyMatch(name -> UnusedNames.isVariant(existing.getName(), name))
                        && shape.description().equals(existing.getDescription())
                        && existing.getCustomFieldType().getKey().equals(TYPES + shape.type()))
                .map(CustomField::getId).collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private String make(Shape shape) throws Exception {
        List<IssueType> ours = Arrays.stream(OwnIssueType.values()).map(type -> types.getIssueType(registry.id(type.thing()).orElseThrow()))
                .toList();
        // Jira accepts two fields of one name, but searches by name would no longer know which one is meant
        String name = UnusedNames.free(shape.name(), wanted -> !fields.getCustomFieldObjectsByName(wanted).isEmpty());
        return fields.createCustomField(name, shape.description(), fields.getCustomFieldType(TYPES + shape.type()),
                fields.getCustomFieldSearcher(TYPES + shape.searcher()), List.of(GlobalIssueContext.getInstance()), ours).getId();
    }

    private SetupStep option(String thing, OwnField of, long position, String name) {
        return new SetupStep(thing, "", id -> Optional.ofNullable(options.findByOptionId(Long.valueOf(id))).map(Option::getValue), Set::of,
                () -> optionOf(of, position, name));
    }

    /** The id of the option of a name, which is added where it is not there. Harmless to repeat. */
    private String optionOf(OwnField of, long position, String name) {
        CustomField field = fields.getCustomFieldObject(registry.id(OwnFields.thing(of)).orElseThrow());
        FieldConfig config = field.getConfigurationSchemes().get(0).getOneAndOnlyConfig();
        Optional<Option> known = Optional.ofNullable(options.getOptions(config)).stream().flatMap(Options::stream)
                .filter(option -> name.equals(option.getValue())).findFirst();
        return String.valueOf(known.orElseGet(() -> options.createOption(config, null, position, name)).getOptionId());
    }

    private static Shape person(String name, String description) {
        return new Shape(name, description, "userpicker", "userpickersearcher");
    }

    private static Shape text(String name, String description) {
        return new Shape(name, description, "textarea", "textsearcher");
    }

    private record Shape(String name, String description, String type, String searcher) {
    }
}
