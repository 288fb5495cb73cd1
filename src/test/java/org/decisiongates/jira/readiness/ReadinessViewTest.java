package org.decisiongates.jira.readiness;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.sal.api.message.LocaleResolver;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.debt.GateDebt;
import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.fixture.IssueViews;
import org.decisiongates.issue.ApprovalState;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueApproval;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.jira.Moments;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.ActiveWaivers;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.readiness.GatedTransition;
import org.decisiongates.readiness.GatesAhead;
import org.decisiongates.readiness.Readiness;
import org.decisiongates.readiness.ReadinessEvaluator;
import org.decisiongates.readiness.RuleReadiness;
import org.decisiongates.readiness.ScoreWeights;
import org.decisiongates.waiver.WaivedRule;
import org.decisiongates.waiver.Waiver;
import org.decisiongates.waiver.WaiverService;
import org.decisiongates.waiver.WaiverStep;

public class ReadinessViewTest {

    private static final ZonedDateTime NOON = ZonedDateTime.parse("2026-11-18T12:00Z");
    private static final PolicyVersion DECISION = new PolicyVersion("decision", 3);
    private static final PolicyVersion DECISION_OF_PROJECT = new PolicyVersion(Scope.of(10000), "decision", 1);

    private final JiraFields fields = mock(JiraFields.class);
    private final LocaleResolver locales = mock(LocaleResolver.class);
    private final OwnIssueTypes types = mock(OwnIssueTypes.class);
    private final UserManager users = mock(UserManager.class);
    private final JiraTexts texts = new JiraTexts(Texts.resolver(), locales);
    private final ReadinessViewFormatter formatter = new ReadinessViewFormatter(new ReadinessFormatter(texts, fields, Moments.days()),
            texts, types,
            users, Moments.days());
    private final Issue issue = mock(Issue.class);
    private final ApplicationUser lead = mock(ApplicationUser.class);
    private ActiveWaivers waivers = ActiveWaivers.NONE;

    @Before
    public void anIssueOfAProject() {
        Project project = mock(Project.class);
        when(locales.getLocale()).thenReturn(Locale.US);
        when(issue.getId()).thenReturn(10200L);
        when(issue.getKey()).thenReturn("SHOP-1");
        when(issue.getProjectObject()).thenReturn(project);
        when(project.getProjectLead()).thenReturn(lead);
        when(lead.isActive()).thenReturn(true);
        when(lead.getKey()).thenReturn("lead");
        when(lead.getUsername()).thenReturn("lead");
        when(lead.getDisplayName()).thenReturn("Lena Lead");
        when(fields.idOf(any())).thenAnswer(call -> call.<Field>getArgument(0).id());
        when(fields.nameOf(any(), any())).thenAnswer(call -> "The " + call.<Field>getArgument(0).id());
        when(fields.custom(any())).thenReturn(Optional.empty());
    }

    @Test
    public void showsWhatIsMissingWaivedAndAdvisedAndHowToFixIt() {
        waivers = (rule, policy) -> rule.name().equals("has-fallback");
        IssueView item = IssueViews.anItem().ownedByNobody().dueNever().accepting("Checkout is fast").fallingBackTo("");
        page(readiness(item,
                transition(11, "Send for review", Gate.of(rule("has-owner"), rule("has-due-date"), rule("has-acceptance-criteria"))),
                transition(31, "Start delivery", Gate.of(rule("has-fallback"), rule("has-due-date").enforced(Enforcement.ADVISE),
                        rule("has-request-link").from(new PolicyVersion("decision", 3)), rule("all-criteria-verified"))),
                transition(91, "Reject")), true).matches("typical");
    }

    @Test
    public void saysOfWhatOnlyATransitionCanTellWhatItAsks() {
        Document page = Jsoup.parse(page(readiness(IssueViews.anEmptyItem(),
                transition(21, "Decide", Gate.of(rule("has-resolution-note"))),
                transition(31, "Explain", Gate.of(rule("has-comment").enforced(Enforcement.ADVISE))),
                transition(41, "Change", Gate.of(rule("field-changed"), rule("has-owner")))), true).matches("at-transition.typical"));
        assertEquals("what is asked later is neither missing nor there", List.of("Asks during the transition", "Ready", "1 missing"),
                page.select("h4 .aui-lozenge").eachText());
        assertEquals(List.of("Asked later Resolution note added", "Asked later Comment added", "Owner assigned (The owner)",
                "Asked later Field changed"), page.select(".decision-gates-readiness-item p:first-child").eachText());
        assertEquals("A field or, if allowed, the comment on the transition says how the issue was settled. "
                + "The screen of the transition asks for it.",
                page.select(".decision-gates-readiness-item p").get(1).text());
        assertFalse("no key of a rule is read by people", page.text().contains("has-resolution-note"));
        assertTrue(page.text(), page.select("details p").text()
                .contains("Asked for during a transition, so not in the score: Resolution note added, Field changed."));
    }

    @Test
    public void writesDaysAsThisJiraDoesWhileProgramsReadOneForm() {
        Readiness late = readiness(IssueViews.anItem().dueOn(NOON.toLocalDate().plusDays(29)),
                transition(11, "Decide", Gate.of(rule("has-due-date"))));
        Document page = Jsoup.parse(page(late, true).render());
        assertEquals("17/Dec/26 is too far ahead; the last possible day is 16/Dec/26. Set an earlier day.",
                page.select(".decision-gates-readiness-item p").get(1).text());
        RuleReadiness rule = late.transitions().get(0).rules().get(0);
        assertEquals("2026-12-17 is too far ahead; the last possible day is 2026-12-16.",
                new ReadinessFormatter(texts, fields, Moments.days()).reply(rule, rule.findings().get(0)).message());
    }

    @Test
    public void countsSoThatTheNumbersAddUp() {
        waivers = (rule, policy) -> rule.name().equals("has-fallback");
        Document page = Jsoup.parse(page(readiness(IssueViews.anItem().ownedByNobody().fallingBackTo("").accepting("Checkout is fast"),
                transition(31, "Decide", Gate.of(rule("has-fallback"), rule("has-owner"), rule("has-due-date"), rule("has-resolution-note"),
                        rule("has-acceptance-criteria")))),
                true).render());
        assertEquals("3 of 4 requirements met, 1 missing", page.select(".decision-gates-readiness-count strong").text());
        assertEquals("This counts the requirements of Decide. One more is asked for during a transition. What is waived counts as met.",
                page.select(".decision-gates-readiness-count + p").text());
        assertEquals("5 requirements: 2 met, 1 waived, 1 missing, 1 asked for during the transition. "
                + "1 piece of advice, which refuses nothing.", page.select(".decision-gates-readiness-transition h4 + p").text());
    }

    @Test
    public void showsThatNothingCanBeDone() {
        page(new Readiness(List.of(), new ReadinessEvaluator(IssueViews.NOW).score(GatesAhead.NONE, IssueViews.anItem(), waivers,
                ScoreWeights.SHIPPED)), false).matches("empty");
    }

    @Test
    public void offersNoEditToThoseWhoMayNotEdit() {
        Document page = Jsoup.parse(page(readiness(IssueViews.anEmptyItem(), transition(11, "Decide", Gate.of(rule("has-owner")))), false)
                .matches("read-only.typical"));
        assertEquals(0, page.select(".decision-gates-readiness-fix, .decision-gates-readiness-shown button").size());
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        doReturn(text).when(fields).nameOf(any(), any());
        doReturn(text).when(fields).idOf(any());
        when(lead.getDisplayName()).thenReturn(text);
        when(lead.getUsername()).thenReturn(text);
        ConfiguredRule worded = ConfiguredRule.of(Rules.of("has-owner").orElseThrow(), Map.of(), Optional.of(text));
        page(readiness(IssueViews.anEmptyItem(),
                transition(11, text, Gate.of(worded, ConfiguredRule.unusable(text, Map.of(), Optional.empty(),
                        Finding.general("decision-gates.gate.error.unknown-rule", text))))),
                true).matches("hostile");
    }

    @Test
    public void editsInPlaceWhatJiraTakesAsATextOrAUser() {
        Document page = Jsoup.parse(page(readiness(IssueViews.anEmptyItem(), transition(11, "Decide", Gate.of(
                ConfiguredRule.of(Rules.of("has-owner").orElseThrow(), Map.of("field", "assignee"), Optional.empty()), rule("has-due-date"),
                ConfiguredRule.of(Rules.of("has-fallback").orElseThrow(), Map.of("field", "description"), Optional.empty()),
                rule("has-acceptance-criteria")))), true).render());
        List<String> controls = new ArrayList<>();
        page.select(".decision-gates-readiness-item")
                .forEach(item -> controls
                        .add(item.attr("data-control") + " " + item.select("button").size() + " "
                                + item.select(".decision-gates-readiness-fix a").size()));
        assertEquals("a field of no known kind is edited in Jira's form", List.of("USER 1 1", "DAY 1 1", "LINES 1 1", " 0 1"), controls);
    }

    @Test
    public void leadsToTheRecordForWhatNoFieldHolds() {
        Readiness missing = readiness(IssueViews.anEmptyItem(), transition(11, "Decide", Gate.of(rule("all-criteria-verified"))));
        assertEquals("the page of another type has no record", 0, links(missing, true));
        when(types.of(any(Issue.class))).thenReturn(Optional.of(OwnIssueType.DECISION));

        assertEquals(1, links(missing, true));
        assertEquals("#decision-gates-record-criteria",
                Jsoup.parse(page(missing, true).render()).select(".decision-gates-readiness-fix a").attr("href"));
        assertEquals("those who may not edit", 0, links(missing, false));
    }

    @Test
    public void showsWhatIsOwedSinceWhenAndWhyWithTheSameWaysToFixIt() {
        Document page = Jsoup.parse(standing("has-owner", "Owner starts on Monday").matches("owed.typical"));
        assertEquals(List.of("Owed in \u201CIn review\u201D 2 owed"),
                page.select(".decision-gates-readiness-owed h4").eachText());
        Element item = page.select(".decision-gates-readiness-item").first();
        assertEquals("Edited away", item.select(".aui-lozenge").text());
        assertTrue(item.text(), item.text().contains("Owed for 3 days."));
        assertEquals(1, item.select(".decision-gates-readiness-fix a[href]").size());
        assertEquals("nobody has looked yet", "", page.select(".decision-gates-readiness-item").get(1).select(".aui-lozenge").text());
        assertTrue(page.text(), page.text().contains("Within 15 minutes, this shows since when and why."));
    }

    @Test
    public void offersToRemindThoseWhoCouldApproveAndNobodyElse() {
        assertEquals("nothing is to be done on the page of another type", 0, reminders(ApprovalState.OPEN, true));
        when(types.of(any(Issue.class))).thenReturn(Optional.of(OwnIssueType.DECISION));
        assertEquals(1, reminders(ApprovalState.OPEN, true));
        assertEquals("neither the owner nor an editor", 0, reminders(ApprovalState.OPEN, false));
        for (ApprovalState state : List.of(ApprovalState.NOT_ITS_TURN, ApprovalState.NEEDS_DISCUSSION, ApprovalState.NOT_REQUESTED)) {
            assertEquals(state.name(), 0, reminders(state, true));
        }
    }

    private int reminders(ApprovalState state, boolean editable) {
        Readiness missing = readiness(IssueSnapshot.EMPTY.approving(new IssueApproval("Legal", state, 0, 1, List.of())),
                transition(11, "Decide", Gate.of(rule("approvals-current"))));
        List<String> offered = Jsoup.parse(page(missing, editable).render()).select("[data-action=remind]").eachText();
        offered.forEach(text -> assertTrue("for all: " + text, text.startsWith("Remind everybody who is missing")));
        return offered.size();
    }

    @Test
    public void saysThatEachOfSeveralPoliciesHasToWaiveARule() {
        Document page = Jsoup.parse(standing("has-owner", "Owner starts on Monday").render());
        Element item = page.select(".decision-gates-readiness-item").first();
        assertTrue(item.text(), item.text().contains("2 policies require this (decision, decision of this project)."));
        assertEquals("one of them was asked already", "decision@10000", item.attr("data-policies"));
        assertEquals("2026-12-18", item.attr("data-latest"));
    }

    @Test
    public void showsWaiversWithWhatTheViewerMayDo() {
        Document page = Jsoup.parse(standing("has-owner", "Owner starts on Monday").render());
        List<String> waivers = new ArrayList<>();
        page.select(".decision-gates-readiness-waiver").forEach(waiver -> waivers.add(waiver.attr("data-waiver") + " "
                + waiver.attr("data-step") + " " + waiver.select(".aui-lozenge").text() + ": "
                + String.join(" ", waiver.select("button").eachAttr("data-action"))));
        assertEquals(List.of("1 1 Asked for: grant decline withdraw", "2 2 Active: "), waivers);
        assertTrue(page.text(), page.text().contains("Until and including 29/Nov/26, under policy decision; asked for by Lena Lead."));
    }

    @Test
    public void showsWaiversAndDebtsAsTexts() {
        when(lead.getDisplayName()).thenReturn(GoldenHtml.HOSTILE);
        standing(GoldenHtml.HOSTILE, GoldenHtml.HOSTILE).matches("owed.hostile");
    }

    @Test
    public void saysThatWhatTheWorkflowHoldsIsNeitherOwedNorWaived() {
        String note = "Rules in the workflow itself apply only at the transition";
        assertTrue(
                Jsoup.parse(page(readiness(IssueViews.anEmptyItem(), transition(11, "Decide", Gate.of(rule("has-owner")))), true).render())
                        .text().contains(note));
        assertFalse("nothing of it is missing", Jsoup.parse(page(readiness(IssueViews.anItem(), transition(11, "Decide",
                Gate.of(rule("has-owner")))), true).render()).text().contains(note));
    }

    /** Two rules are owed, of the first of which somebody knows since when, and there are two waivers. */
    private GoldenHtml standing(String waived, String reason) {
        Status status = mock(Status.class);
        when(status.getNameTranslation()).thenReturn(reason.equals(GoldenHtml.HOSTILE) ? reason : "In review");
        when(issue.getStatus()).thenReturn(status);
        when(users.getUserByKey("lead")).thenReturn(lead);
        Gate gate = Gate.of(rule("has-owner").from(DECISION, DECISION_OF_PROJECT), rule("has-due-date").from(DECISION));
        List<OwedReadiness> owed = readiness(IssueViews.anItem().ownedByNobody().dueNever(), transition(0, "", gate)).transitions().get(0)
                .rules().stream().map(rule -> new OwedReadiness(rule, rule.rule().equals("has-owner")
                        ? Optional.of(new GateDebt(List.of("decision"), "has-owner", "owner", RuleResult.Status.FAILED,
                                NOON.minusDays(3).toInstant(), GateDebt.Cause.EDITED_AWAY))
                        : Optional.empty()))
                .toList();
        WaivedRule rule = new WaivedRule(Scope.GLOBAL, "decision", waived, "owner");
        WaiverStep first = new WaiverStep(10200, 10000, 1, 1, WaiverStep.State.ASKED, rule, reason, NOON.plusDays(11).toInstant(), "lead",
                NOON.toInstant());
        WaiverStep second = new WaiverStep(10200, 10000, 2, 1, WaiverStep.State.ASKED, rule, reason, NOON.plusDays(11).toInstant(), "gone",
                NOON.toInstant());
        List<OpenWaiver> waivers = List.of(
                new OpenWaiver(new Waiver(List.of(first)), LocalDate.of(2026, 11, 29), false, new WaiverService.Rights(true, true),
                        List.of("approvers", reason.equals(GoldenHtml.HOSTILE) ? reason : "leads")),
                new OpenWaiver(new Waiver(List.of(second, second.next(WaiverStep.State.GRANTED, "", "gone", NOON.toInstant()))),
                        LocalDate.of(2026, 11, 29), true, new WaiverService.Rights(false, false), List.of()));
        Readiness nothing = new Readiness(List.of(), new ReadinessEvaluator(IssueViews.NOW).score(GatesAhead.NONE, IssueViews.anItem(),
                this.waivers, ScoreWeights.SHIPPED));
        return GoldenHtml.of("jira/readiness/readiness.vm").with("view",
                formatter.view("/jira", issue, lead, input(nothing, owed, waivers, 1), true));
    }

    @Test
    public void saysOfAWorkflowWithoutGatesThatNothingIsRefused() {
        Status status = mock(Status.class);
        when(issue.getStatus()).thenReturn(status);
        when(status.getNameTranslation()).thenReturn("Doing");
        assertEquals(List.of("No transition of the workflow Rulings has a gate yet, so nothing is refused. A Jira administrator adds gates "
                + "to its transitions in the workflow editor.", "These policies ask something of a Decision: Decision, Our own.",
                "Nothing that policies ask in the status Doing is missing."),
                ungated(List.of("Decision", "Our own"), true));
        assertEquals("The policy Decision asks something of a Decision.", ungated(List.of("Decision"), false).get(1));
        assertTrue(ungated(List.of("Decision"), false).get(2).startsWith("The status Doing stands for no phase of a Decision,"));
        assertEquals("No policy in force asks anything of a Decision.", ungated(List.of(), true).get(1));
    }

    private List<String> ungated(List<String> policies, boolean hasPhase) {
        Readiness readiness = readiness(IssueViews.anItem(), transition(11, "Do"));
        ReadinessPanelContent content = new ReadinessPanelContent(readiness, List.of(), List.of(), Map.of(),
                Optional.of(new UngatedWorkflow("Rulings", OwnIssueType.DECISION, policies, hasPhase)), false, NOON);
        Document page = Jsoup.parse(GoldenHtml.of("jira/readiness/readiness.vm")
                .with("view", formatter.view("/jira", issue, null, content, false)).render());
        assertEquals("none is called ready", 0, page.select(".decision-gates-readiness-transition").size());
        return page.select(".decision-gates-readiness-ungated").eachText();
    }

    private int links(Readiness readiness, boolean editable) {
        return Jsoup.parse(page(readiness, editable).render()).select(".decision-gates-readiness-fix a").size();
    }

    private Readiness readiness(IssueView item, GatedTransition... transitions) {
        ReadinessEvaluator evaluator = new ReadinessEvaluator(IssueViews.NOW.by("lead"));
        return new Readiness(List.of(transitions).stream().map(transition -> evaluator.evaluate(transition, item, waivers)).toList(),
                evaluator.score(GatesAhead.along(transitions), item, waivers, ScoreWeights.SHIPPED));
    }

    private GoldenHtml page(Readiness readiness, boolean editable) {
        return GoldenHtml.of("jira/readiness/readiness.vm").with("view",
                formatter.view("/jira", issue, editable ? lead : null, input(readiness, List.of(), List.of(), 0), editable));
    }

    /** @param asked of how many of the policies of each rule a waiver was asked */
    private static ReadinessPanelContent input(Readiness readiness, List<OwedReadiness> owed, List<OpenWaiver> waivers, int asked) {
        Map<RuleReadiness, ReadinessPanelContent.Asking> asking = new HashMap<>();
        Stream.concat(readiness.transitions().stream().flatMap(transition -> transition.rules().stream()),
                owed.stream().map(OwedReadiness::rule)).filter(rule -> !rule.waivable().isEmpty())
                .forEach(rule -> asking.put(rule, new ReadinessPanelContent.Asking(
                        rule.waivable().subList(Math.min(asked, rule.waivable().size()), rule.waivable().size()), rule.waivable(),
                        LocalDate.of(2026, 12, 18))));
        return new ReadinessPanelContent(readiness, owed, waivers, asking, Optional.empty(), false, NOON);
    }

    private static GatedTransition transition(int id, String name, Gate... gates) {
        return new GatedTransition(id, name, List.of(gates));
    }

    private static ConfiguredRule rule(String key) {
        return ConfiguredRule.of(Rules.of(key).orElseThrow());
    }
}
