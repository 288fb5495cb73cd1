package org.decisiongates.jira.gate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.FieldOptions;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.HostReference;
import org.decisiongates.policy.HostReference.Kind;
import org.decisiongates.policy.RuleCondition;
import org.decisiongates.policy.When;

/** Says conditions in sentences, with the names people know, and finds what typed names stand for. */
@JiraComponent
public class ConditionFormatter {

    private static final List<String> OWN_TYPES = List.of("decision", "blocker");

    private final HostNames names;
    private final JiraFields fields;
    private final FieldOptions options;
    private final JiraTexts texts;

    ConditionFormatter(HostNames names, JiraFields fields, FieldOptions options, JiraTexts texts) {
        this.names = names;
        this.fields = fields;
        this.options = options;
        this.texts = texts;
    }

    /** Says when a rule applies: all circumstances in one sentence; empty text where it always does. */
    String sentence(When when) {
        return when.conditions().stream().map(this::sentence)
                .reduce((all, next) -> texts.text("decision-gates.jira.gate.when.and", all, next))
                .map(all -> texts.text("decision-gates.jira.gate.when", all)).orElse("");
    }

    /** Says one circumstance as the rest of a sentence, {@code when the priority is High}. */
    public String sentence(RuleCondition condition) {
        String key = "decision-gates.jira.gate.when." + condition.kind().name() + (condition.holds() ? "" : ".not");
        if (condition.kind() == RuleCondition.Kind.CUSTOMER_FACING) {
            return texts.text(key, nameOf(new Field(OwnField.CUSTOMER_FACING.key())), options.nameOfYes());
        }
        String values = condition.values().stream().map(value -> name(condition, value)).distinct().collect(Collectors.joining(", "));
        return condition.field().map(field -> texts.text(key, nameOf(field), values)).orElseGet(() -> texts.text(key, values));
    }

    /** The ids that typed names stand for; a name that nothing goes by stays as it is, and is refused with the policy. */
    public List<String> ids(RuleCondition.Kind kind, String field, List<String> typed) {
        return typed.stream().flatMap(name -> reference(kind, field, name).map(reference -> names.called(reference.kind(),
                reference.field(), name)).filter(found -> !found.isEmpty()).map(found -> found.stream().map(Choice::id))
                .orElseGet(() -> Stream.of(name))).distinct().toList();
    }

    /** Those of the typed names that stand for nothing in this Jira. */
    public List<String> unknown(RuleCondition.Kind kind, String field, List<String> typed) {
        return typed.stream().filter(name -> reference(kind, field, name).filter(reference -> !names.isFree(reference))
                .filter(reference -> names.called(reference.kind(), reference.field(), name).isEmpty()).isPresent()).toList();
    }

    private String nameOf(Field field) {
        return fields.nameOf(field, texts.locale());
    }

    private String name(RuleCondition condition, String value) {
        return reference(condition.kind(), condition.field().map(Field::id).orElse(""), value).flatMap(names::nameOf).orElse(value);
    }

    private static Optional<HostReference> reference(RuleCondition.Kind kind, String field, String value) {
        return switch (kind) {
            case FIELD_IS -> Optional.of(new HostReference(Kind.OPTION, value, Optional.of(new Field(field))));
            case PRIORITY -> Optional.of(new HostReference(Kind.OPTION, value, Optional.of(Field.PRIORITY)));
            case ISSUE_TYPE -> OWN_TYPES.contains(value) ? Optional.empty()
                    : Optional.of(new HostReference(Kind.ISSUE_TYPE, value, Optional.empty()));
            case ACTOR_GROUP -> Optional.of(new HostReference(Kind.GROUP, value, Optional.empty()));
            default -> Optional.empty();
        };
    }
}
