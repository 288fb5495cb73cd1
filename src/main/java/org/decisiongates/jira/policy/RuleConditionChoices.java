package org.decisiongates.jira.policy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.gate.ChoiceView;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.RuleCondition;
import org.decisiongates.policy.Setting;

/** What there is to choose from where a condition is added: its kind, and the field that it is about. */
@JiraComponent
class RuleConditionChoices {

    private final JiraFields fields;
    private final JiraTexts texts;

    RuleConditionChoices(JiraFields fields, JiraTexts texts) {
        this.fields = fields;
        this.texts = texts;
    }

    List<SelectView> ofRules() {
        return choices(kind -> true);
    }

    /** Nobody acts when approvals are asked for. */
    List<SelectView> ofApprovals() {
        return choices(kind -> kind != RuleCondition.Kind.ACTOR_GROUP);
    }

    private List<SelectView> choices(Predicate<RuleCondition.Kind> offered) {
        return List.of(
                new SelectView("whenKind", texts.text("decision-gates.jira.policy.when-kind"),
                        Arrays.stream(RuleCondition.Kind.values()).filter(offered)
                                .map(kind -> new ChoiceView(kind.name(), texts.text("decision-gates.jira.policy.kind." + kind.name()),
                                        false))
                                .toList(),
                        false),
                new SelectView("whenField", texts.text("decision-gates.jira.policy.when-field"),
                        fields.fitting(Setting.Type.ANY_FIELD).stream()
                                .map(field -> new ChoiceView(field.id(), fields.nameOf(field, texts.locale()), false)).toList(),
                        false));
    }
}
