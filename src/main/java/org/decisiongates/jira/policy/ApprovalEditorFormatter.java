package org.decisiongates.jira.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.gate.ConditionFormatter;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.RuleCondition;

/** Lays out who has to approve, in a policy that is being edited. */
@JiraComponent
class ApprovalEditorFormatter {

    private final ApprovalRequirementForm forms;
    private final ConditionFormatter conditions;
    private final RuleConditionChoices choices;
    private final JiraTexts texts;

    ApprovalEditorFormatter(ApprovalRequirementForm forms, ConditionFormatter conditions, RuleConditionChoices choices, JiraTexts texts) {
        this.forms = forms;
        this.conditions = conditions;
        this.choices = choices;
        this.texts = texts;
    }

    ApprovalTermsView view(EditedPolicy edited) {
        ApprovalTerms terms = edited.policy().approvals();
        return new ApprovalTermsView(terms.separationOfDuties(),
                terms.requirements().isEmpty() && edited.policy().issueType().equals("decision") ? exampleHint(edited.policy()) : "",
                PolicyInputView.of(edited, PolicyForm.REMINDER_DAYS, texts.text("decision-gates.jira.policy.reminder-days"),
                        PolicyInputView.NUMBER, String.valueOf(terms.reminderDays()), PolicyJson.MAX_DAYS),
                IntStream.range(0, terms.requirements().size())
                        .mapToObj(number -> requirement(edited, number, terms.requirements().get(number))).toList(),
                edited.faultsAt(PolicyForm.APPROVALS));
    }

    /** Nothing waits for the example where no gate leads into Decided, and nobody where such gates refuse nothing. */
    private String exampleHint(Policy policy) {
        return texts.text("decision-gates.jira.policy.example-approval." + PolicyDraft.enforcementOfDeciding(policy)
                .map(enforcement -> enforcement == Enforcement.ENFORCE ? "hint" : "hint-refusing-nothing").orElse("hint-without-gate"));
    }

    private ApprovalEditorView requirement(EditedPolicy edited, int number, ApprovalRequirement one) {
        String at = PolicyForm.approval(number);
        boolean open = edited.open().equals(PolicyForm.OPEN_APPROVAL + number);
        List<RuleCondition> all = one.when().conditions();
        return new ApprovalEditorView(at, String.valueOf(number), one.name(), PolicyJson.writeRequirement(one), claim(one), notes(one),
                texts.text("decision-gates.approval.panel.bound-to",
                        one.sections().stream().map(forms::nameOf).collect(Collectors.joining(", "))),
                IntStream.range(0, all.size()).mapToObj(index -> new ConditionView(conditions.sentence(all.get(index)),
                        "remove-approval-when:" + number + ":" + index)).toList(),
                open ? List.of(forms.view(edited, at, one)) : List.of(), open ? choices.ofApprovals() : List.of(), edited.faultsAt(at));
    }

    private String claim(ApprovalRequirement one) {
        String unit = one.quorum().unit() == ApprovalQuorum.Unit.PEOPLE ? "people" : "percent";
        String sources = one.approvers().isEmpty() ? texts.text("decision-gates.jira.policy.approval-from.nobody")
                : String.join(", ", forms.sources(one.approvers()));
        return texts.text("decision-gates.jira.policy.approval-claim." + unit, one.name(), one.quorum().number(), sources);
    }

    private List<String> notes(ApprovalRequirement one) {
        List<String> notes = new ArrayList<>();
        if (one.stage() > 1) {
            notes.add(texts.text("decision-gates.jira.policy.approval-note.stage", one.stage()));
        }
        if (one.commentRequired()) {
            notes.add(texts.text("decision-gates.jira.policy.approval-note.comment"));
        }
        if (one.passwordRequired()) {
            notes.add(texts.text("decision-gates.jira.policy.approval-note.password"));
        }
        return notes;
    }
}
