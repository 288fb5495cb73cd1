package org.decisiongates.jira.policy;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.issue.Field;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.gate.ChoiceView;
import org.decisiongates.jira.gate.RuleFormView;
import org.decisiongates.jira.gate.RuleSentenceView;
import org.decisiongates.jira.gate.SettingView;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.RuleCondition;
import org.decisiongates.policy.When;

/** The pages of policies as they are rendered; what they do is tried in {@code PolicyPagesWiredTest}. */
public class PolicyServletTest {

    @Test
    public void listsPolicies() {
        page("policies", list("Decisions", "", "project=SHOP", true)).matches("typical");
        page("policies", new PoliciesView("atl_token", "t", "", "policies", List.of(), List.of(), List.of(), List.of(), List.of(), "", ""))
                .matches("empty");
        page("policies", list(GoldenHtml.HOSTILE, GoldenHtml.HOSTILE, GoldenHtml.HOSTILE, false)).matches("hostile");
    }

    @Test
    public void editsAPolicy() {
        for (String template : List.of("policy", "policy-approvals", "policy-tests")) {
            page(template, editor("Decisions", List.of(gate("Send for review", true), gate("Decide", false)))).matches("typical");
            page(template, editor("Decisions", List.of())).matches("empty");
            page(template, editor(GoldenHtml.HOSTILE, List.of(gate(GoldenHtml.HOSTILE, true), gate(GoldenHtml.HOSTILE, false))))
                    .matches("hostile");
        }
    }

    @Test
    public void asksWhatToTryADraftOn() {
        page("dry-run", dryRun("SHOP", "Decisions", "project = SHOP", "4", List.of("/jira/tasks?id=1"))).matches("typical");
        page("dry-run", new DryRunView("atl_token", "t", "", "policies", "dry-run?key=decision", "decision", "", "", "4", List.of(),
                List.of("There is no policy \u201Cdecision\u201D."))).matches("empty");
        page("dry-run", dryRun(GoldenHtml.HOSTILE, GoldenHtml.HOSTILE, GoldenHtml.HOSTILE, GoldenHtml.HOSTILE,
                List.of("./tasks?id=" + GoldenHtml.HOSTILE))).matches("hostile");
    }

    private static DryRunView dryRun(String project, String name, String jql, String weeks, List<String> running) {
        return new DryRunView("atl_token", "t", project, "policies?key=decision", "dry-run?key=decision", name,
                "{\"name\":\"" + name + "\"}",
                jql, weeks, running, List.of("wrong: " + jql));
    }

    @Test
    public void showsHowAPolicyCameToBe() {
        page("history", history("Decisions", "more time")).matches("typical");
        page("history",
                new PolicyHistoryView("atl_token", "t", "", "policies", "policies?key=decision", "Decisions", 1, List.of(), List.of(),
                        List.of()))
                .matches("empty");
        page("history", history(GoldenHtml.HOSTILE, GoldenHtml.HOSTILE)).matches("hostile");
    }

    @Test
    public void packsARuleIntoOneInputAndBack() {
        PolicyRule rule = new PolicyRule("has-due-date", Map.of("horizon-days", "14", "template", "a\nb & c=%"),
                Optional.of(" Say \"when\" "),
                Optional.of(Enforcement.ADVISE), When.all(RuleCondition.fieldIs(new Field("customfield_1"), "7", "8").not(),
                        RuleCondition.actorIsIn("two words", "a&b"), RuleCondition.customersNotice()));

        assertEquals(rule, PolicyForm.unpacked(PolicyForm.packed(rule)));
        assertEquals(PolicyRule.of("x"), PolicyForm.unpacked(PolicyForm.packed(PolicyRule.of("x"))));
        for (String nonsense : List.of("", "&&=", "%zz=%zz", "when=x&rule=y", "when=FIELD_IS%0Atrue%0A")) {
            PolicyForm.unpacked(nonsense);
        }
    }

    private static GoldenHtml page(String template, Object view) {
        return GoldenHtml.of("jira/policy/" + template + ".vm").with("view", view);
    }

    private static PoliciesView list(String text, String project, String query, boolean own) {
        return new PoliciesView("atl_token", "t", project, "./policies?" + query, List.of("wrong: " + text), List.of("done: " + text),
                List.of(new PolicyRowView(text, "./policies?key=" + text, own, "all projects", 3, List.of("Workflow: " + text)),
                        new PolicyRowView(text, "./policies?key=" + text, true, "project SHOP", 1, List.of())),
                List.of(new UnknownNameView("Field " + text, "map:field:customfield_1", "",
                        List.of(new ChoiceView("customfield_2", text, false)), true),
                        new UnknownNameView("User " + text, "map:person:ann", text, List.of(), false)),
                List.of(new ChosenNameView("map:role:" + text, text)),
                text, text);
    }

    private static PolicyEditorView editor(String text, List<GateEditorView> gates) {
        boolean typical = !gates.isEmpty();
        return new PolicyEditorView("atl_token", "t", typical ? "SHOP" : "", "policies?project=SHOP", "policies?key=decision",
                "policies?key=decision&history=1", "dry-run?key=decision", typical ? 3 : 0, typical, text, !typical,
                input("name", text, PolicyInputView.TEXT, ""),
                new SelectView("issueType", "Issue type", List.of(new ChoiceView("decision", text, true)), false), !typical, false,
                input("waiverGroups", text, PolicyInputView.TEXT, typical ? text : ""),
                new SelectView("waiverRoles", "Roles", List.of(new ChoiceView("10010", text, true)), true),
                input("waiverDays", "7", PolicyInputView.NUMBER, ""), gates, approvals(text, typical), typical ? "0:0" : "",
                typical ? List.of("name=" + text) : List.of(), typical ? text : "",
                input("why", typical ? text : "", PolicyInputView.TEXT, ""),
                typical, typical ? text : "", List.of(input("w.has-owner", text, PolicyInputView.TEXT, typical ? text : "").with("15")),
                typical ? tests(text) : List.of(),
                new SelectView("caseGate", "Gate", List.of(new ChoiceView(text, text, false)), false),
                FocusedButtonView.of(typical ? "edit:0:1" : "message"),
                typical ? List.of(new LinkView(text, "#decision-gates-policy-g0", "fault"), new LinkView(text, "", "fault")) : List.of(),
                typical ? List.of("wrong: " + text) : List.of(), typical ? List.of("done: " + text) : List.of(),
                typical ? List.of("remark: " + text) : List.of());
    }

    private static PolicyInputView input(String name, String text, String kind, String fault) {
        return new PolicyInputView(name, text, text, kind, 100, "", fault);
    }

    private static ApprovalTermsView approvals(String text, boolean typical) {
        if (!typical) {
            return new ApprovalTermsView(true, Texts.english().text("decision-gates.jira.policy.example-approval.hint"),
                    input("reminderDays", "0", PolicyInputView.NUMBER, ""), List.of(), List.of());
        }
        SelectView roles = new SelectView("a0.roles", text, List.of(new ChoiceView("10100", text, true)), true, text);
        ApprovalFormView form = new ApprovalFormView(input("a0.name", text, PolicyInputView.TEXT, text),
                input("a0.key", text, PolicyInputView.TEXT, ""), input("a0.people", text, PolicyInputView.AREA, text),
                input("a0.groups", text, PolicyInputView.AREA, ""), List.of(roles), input("a0.number", "2", PolicyInputView.NUMBER, text),
                new SelectView("a0.unit", text, List.of(new ChoiceView("PEOPLE", text, true)), false),
                input("a0.stage", "1", PolicyInputView.NUMBER, ""),
                new SelectView("a0.sections", text,
                        List.of(new ChoiceView("question", text, true), new ChoiceView("options", text, false)), true, text),
                "a0.comment", true, "a0.password", typical);
        return new ApprovalTermsView(false, "", input("reminderDays", text, PolicyInputView.TEXT, text),
                List.of(new ApprovalEditorView("a0", "0", text, text, text, List.of(text), text,
                        List.of(new ConditionView(text, "remove-approval-when:0:0")), List.of(form), List.of(roles), List.of()),
                        new ApprovalEditorView("a1", "1", text, text, text, List.of(), text,
                                List.of(new ConditionView(text, "remove-approval-when:1:0")), List.of(), List.of(), List.of(text))),
                List.of(text));
    }

    private static List<CaseEditorView> tests(String text) {
        SelectView expected = new SelectView("c0.e.has-owner", text, List.of(new ChoiceView("PASSED", text, true)), false);
        return List.of(
                new CaseEditorView("c0", "0", "test:0", text, text, text, false, List.of(text),
                        List.of(input("c0.day", "2026-11-18", PolicyInputView.DATE, text)), List.of(expected)),
                new CaseEditorView("c1", "1", "test:1", "0", text, text, true, List.of(), List.of(), List.of()));
    }

    private static GateEditorView gate(String text, boolean edited) {
        int number = edited ? 0 : 1;
        SelectView phases = new SelectView("g" + number + ".phase", "Guards the way into", List.of(new ChoiceView("IN_REVIEW", text, true)),
                false);
        RuleFormView form = new RuleFormView("has-owner", text, text, true, "", true, List.of(),
                List.of(new SettingView("g0.r0.s.field", text, "owner", List.of(new ChoiceView("owner", text, true)), "", text, false,
                        false, "", List.of(), "", ""),
                        new SettingView("g0.r0.s.days", text, text, List.of(), text, "", false, false, "", List.of(), "number 1 9", text),
                        new SettingView("g0.r0.s.template", text, text, List.of(), text, "", true, false, "list", List.of(text), "", "")),
                new SettingView("g0.r0.s.message", "Message", text, List.of(), "", "", false, false, "", List.of(), "", ""));
        RuleEditorView opened = new RuleEditorView("g0.r0", "0:0", "rule=has-owner", new RuleSentenceView(text, "", text, true), text,
                List.of(new ConditionView(text, "remove-when:0:0:0")), List.of(form), List.of(phases), List.of(phases),
                List.of());
        RuleEditorView closed = new RuleEditorView("g" + number + ".r1", number + ":1", "rule=" + text,
                new RuleSentenceView(text, "", "", false),
                "", List.of(new ConditionView(text, "remove-when:0:1:0")), List.of(), List.of(), List.of(),
                List.of(text));
        return new GateEditorView("g" + number, String.valueOf(number), text,
                List.of(input("g" + number + ".key", text, PolicyInputView.TEXT, text)),
                phases.faulty(text), phases,
                edited ? List.of(opened, closed) : List.of(closed),
                edited ? List.of() : List.of(new RuleOfferView("add-rule:1:has-owner", text, text)),
                edited ? List.of(new PreviewView("Fails", "failed", text, text)) : List.of(),
                edited ? List.of() : List.of("Workflow: " + text),
                edited ? List.of("Workflow: " + text) : List.of(), List.of(text));
    }

    private static PolicyHistoryView history(String text, String why) {
        return new PolicyHistoryView("atl_token", "t", "SHOP", "policies?project=SHOP", "policies?project=SHOP&key=decision", text, 2,
                List.of("wrong: " + text), List.of("done: " + text),
                List.of(new RevisionView(2, "Version 2: " + why, true, List.of(why)), new RevisionView(1, "Version 1", false, List.of())));
    }
}
