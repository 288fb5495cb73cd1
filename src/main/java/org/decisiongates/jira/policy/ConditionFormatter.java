package org.decisiongates.jira.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.Condition;
import org.decisiongates.policy.HostReference;
import org.decisiongates.policy.HostReference.Kind;

/** Says conditions in sentences, with the names people know, and finds what typed names stand for. */
@JiraComponent
class ConditionFormatter {

    private static final List<String> OWN_TYPES = List.of("decision", "blocker");

    private final HostNames names;
    private final JiraFields fields;
    private final JiraTexts texts;

    ConditionFormatter(HostNames names, JiraFields fields, JiraTexts texts) {
        this.names = names;
        this.fields = fields;
        this.texts = texts;
    }

    String sentence(Condition condition) {
        String values = condition.values().stream().map(value -> name(condition, value)).distinct().collect(Collectors.joining(", "));
        String key = "decision-gates.jira.policy.when." + condition.kind().name() + (condition.holds() ? "" : ".not");
        return condition.field().map(field -> texts.text(key, fields.nameOf(field, texts.locale()), values))
                .orElseGet(() -> texts.text(key, values));
    }

    /** The ids that typed names stand for; a name that nothing goes by stays as it is, and is refused with the policy. */
    List<String> ids(Condition.Kind kind, String field, List<String> typed) {
        return typed.stream().flatMap(name -> reference(kind, field, name).map(reference -> names.called(reference.kind(),
                reference.field(), name)).filter(found -> !found.isEmpty()).map(found -> found.stream().map(Choice::id))
                .orElseGet(() -> Stream.of(name))).distinct().toList();
    }

    private String name(Condition condition, String value) {
        return reference(condition.kind(), condition.field().map(Field::id).orElse(""), value).flatMap(names::nameOf).orElse(value);
    }

    private static Optional<HostReference> reference(Condition.Kind kind, String field, String value) {
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
