package org.decisiongates.jira.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import com.opensymphony.workflow.InvalidInputException;
import org.junit.Test;

import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.fixture.TestTime;
import org.decisiongates.jira.Moments;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyRule;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.timeline.GateEvent;

public class GateValidatorTest {

    private static final Map<String, String> IN_REVIEW = Map.of("gate.policy", "decision", "gate.key", "decide");

    private static final Map<String, String> MINIMUM = Map.of("gate.rules", "has-owner,has-due-date,has-acceptance-criteria",
            "class.name", GateValidator.class.getName());

    private final TransitionFixture transition = new TransitionFixture();

    @Test
    public void letsACompleteIssueThrough() {
        assertNull(complete().ask(MINIMUM));
        assertEquals(Status.PASSED.name(), onlyEntry().verdict());
    }

    @Test
    public void namesEverythingThatIsMissingAtOnceUnderItsField() {
        InvalidInputException refusal = transition.ask(MINIMUM);

        assertEquals(
                Map.of(TransitionFixture.OWNER_FIELD, text("decision-gates.rule.has-owner.missing"), "duedate",
                        text("decision-gates.rule.has-due-date.missing"),
                        TransitionFixture.CRITERIA_FIELD, text("decision-gates.rule.has-acceptance-criteria.missing")),
                refusal.getErrors());
        assertEquals(List.of(), refusal.getGenericErrors());
    }

    @Test
    public void saysInGeneralWhatIsNotOnTheScreen() {
        InvalidInputException refusal = transition.onScreen("duedate").ask(MINIMUM);

        assertEquals(Map.of("duedate", text("decision-gates.rule.has-due-date.missing")), refusal.getErrors());
        assertEquals(List.of("Owner: " + text("decision-gates.rule.has-owner.missing"),
                "Acceptance criteria: " + text("decision-gates.rule.has-acceptance-criteria.missing")), refusal.getGenericErrors());
    }

    @Test
    public void saysEverythingInGeneralWithoutAScreen() {
        InvalidInputException refusal = transition.withoutScreen().ask(MINIMUM);

        assertEquals(Map.of(), refusal.getErrors());
        assertEquals(3, refusal.getGenericErrors().size());
        assertTrue(refusal.getGenericErrors().contains("Due date: " + text("decision-gates.rule.has-due-date.missing")));
    }

    @Test
    public void findsTheScreensOfOldViews() {
        when(transition.action.getView()).thenReturn("resolveissue");

        assertEquals(3, transition.ask(MINIMUM).getGenericErrors().size());
    }

    @Test
    public void asksAnIssueThatIsBeingCreated() {
        InvalidInputException refusal = transition.creating().ask(MINIMUM);

        assertEquals(3, refusal.getErrors().size());
        assertEquals(OptionalLong.empty(), onlyEntry().issueId());
    }

    @Test
    public void letsACompleteIssueBeCreated() {
        assertNull(complete().creating().ask(MINIMUM));
    }

    @Test
    public void refusesAPastDayWhenItIsSet() {
        LocalDate past = TestTime.TODAY.minusDays(1);

        assertEquals(1, complete().due(past, null).ask(MINIMUM).getErrors().size());
        assertEquals(1, complete().due(past, past.minusDays(1)).ask(MINIMUM).getErrors().size());
        assertNull(complete().due(past, past).ask(MINIMUM));
    }

    @Test
    public void writesDaysAsTheDatePickerOfThisJiraDoes() {
        LocalDate past = TestTime.TODAY.minusDays(1);
        assertEquals(text("decision-gates.rule.has-due-date.past", Moments.days().text(past), Moments.days().text(TestTime.TODAY)),
                complete().due(past, null).ask(MINIMUM).getErrors().get("duedate"));
    }

    @Test
    public void takesAMissingOriginalForUnchangedUnlessTheEditSaysOtherwise() {
        complete().due(TestTime.TODAY.minusDays(1), null).variables.remove("originalissueobject");

        assertNull(transition.ask(MINIMUM));
    }

    @Test
    public void refusesOwnersWhoCannotAnswer() {
        complete().value(TransitionFixture.OWNER_FIELD, transition.user("former", false, true));
        assertEquals(text("decision-gates.rule.has-owner.inactive", "former"),
                transition.ask(MINIMUM).getErrors().get(TransitionFixture.OWNER_FIELD));

        complete().value(TransitionFixture.OWNER_FIELD, transition.user("outsider", true, false));
        assertEquals(text("decision-gates.rule.has-owner.not-assignable", "outsider"),
                transition.ask(MINIMUM).getErrors().get(TransitionFixture.OWNER_FIELD));
    }

    @Test
    public void countsAListOfOnePersonAsTheOwner() {
        complete().value(TransitionFixture.OWNER_FIELD, List.of(transition.user("owner", true, true)));
        assertNull(transition.ask(MINIMUM));

        complete().value(TransitionFixture.OWNER_FIELD, List.of(transition.user("one", true, true), transition.user("other", true, true)));
        assertEquals(text("decision-gates.rule.has-owner.missing"), transition.ask(MINIMUM).getErrors().get(TransitionFixture.OWNER_FIELD));
    }

    @Test
    public void readsAnyFieldOfJira() {
        complete();
        Map<String, String> gate = new HashMap<>(MINIMUM);
        gate.put("has-owner.field", "assignee");
        gate.put("has-acceptance-criteria.field", "description");
        transition.onScreen("assignee");

        InvalidInputException refusal = transition.ask(gate);

        assertEquals(Map.of("assignee", text("decision-gates.rule.has-owner.missing")), refusal.getErrors());
        assertEquals(List.of("Description: " + text("decision-gates.rule.has-acceptance-criteria.missing")), refusal.getGenericErrors());
    }

    @Test
    public void refusesWhatItCannotExamine() {
        Map<String, Map<String, String>> nonsense = Map.of(
                "unknown rule", Map.of("gate.rules", "has-luck"),
                "no rule", Map.of("gate.rules", " "),
                "nothing", Map.of(),
                "bad number", with("has-due-date.horizon-days", "soon"),
                "bad field", with("has-owner.field", "no such field"),
                "field that is gone", with("has-owner.field", "customfield_99999"),
                "field of another kind", with("has-owner.field", TransitionFixture.CRITERIA_FIELD));
        nonsense.forEach((why, gate) -> {
            transition.journal.clear();
            InvalidInputException refusal = complete().ask(gate);
            assertTrue(why, refusal.getGenericErrors().get(0).toString().contains("\u201CDecide\u201D"));
            assertTrue(why + refusal.getGenericErrors(), refusal.getGenericErrors().size() > 1);
            assertEquals(why, Status.ERROR.name(), onlyEntry().verdict());
        });
    }

    @Test
    public void refusesWhenAFieldIsDeletedOrDoesNotApply() {
        assertTrue(complete().notApplicable(TransitionFixture.CRITERIA_FIELD).ask(MINIMUM).getGenericErrors().toString()
                .contains("acceptance-criteria"));
        assertTrue(complete().without(TransitionFixture.OWNER_FIELD).ask(MINIMUM).getGenericErrors().toString().contains("owner"));
        assertEquals(Status.ERROR.name(), transition.journal.get(1).verdict());
    }

    @Test
    public void refusesWithoutAnEntryInTheJournal() {
        InvalidInputException refusal = complete().journalFails(new IllegalStateException("database down")).ask(MINIMUM);

        assertEquals(List.of(text("decision-gates.jira.gate.not-written-down", "Decide")), refusal.getGenericErrors());
        assertEquals(Map.of(), refusal.getErrors());
    }

    @Test
    public void refusesWhateverBreaks() {
        when(transition.action.getView()).thenThrow(new NoSuchMethodError("getView"));
        assertEquals(List.of(text("decision-gates.jira.gate.broken", "Decide")), transition.ask(MINIMUM).getGenericErrors());

        transition.variables.clear();
        transition.variables.put("actionId", 21);
        assertEquals(List.of(text("decision-gates.jira.gate.broken", "21")), transition.ask(MINIMUM).getGenericErrors());
    }

    @Test
    public void keepsWhatOtherRulesSayWhenAMethodOfJiraIsGone() {
        transition.value(TransitionFixture.OWNER_FIELD, null);
        when(transition.issue.getDueDate()).thenThrow(new NoSuchMethodError("getDueDate"));

        InvalidInputException refusal = transition.ask(Map.of("gate.rules", "has-owner,has-due-date"));

        assertEquals(List.of(text("decision-gates.jira.gate.failed", "Decide"), text("decision-gates.gate.error", "has-due-date")),
                refusal.getGenericErrors());
        assertEquals(Map.of(TransitionFixture.OWNER_FIELD, text("decision-gates.rule.has-owner.missing")), refusal.getErrors());
        assertEquals(List.of("has-owner", "has-due-date"), onlyEntry().failedRules());
    }

    @Test
    public void asksWhatPoliciesAskAndNamesTheirVersions() {
        transition.inForce = new PoliciesInForce(List.of(
                policy(Scope.GLOBAL, "decision", 3, true, PolicyRule.of("has-owner")),
                policy(Scope.of(10_000), "decision", 5, false, PolicyRule.of("has-fallback").enforced(Enforcement.ADVISE)),
                policy(Scope.GLOBAL, "audit", 2, false, PolicyRule.of("has-due-date"))), List.of());
        transition.value(TransitionFixture.OWNER_FIELD, null);

        InvalidInputException refusal = transition.ask(IN_REVIEW);

        assertEquals(Map.of(TransitionFixture.OWNER_FIELD, text("decision-gates.rule.has-owner.missing"), "duedate",
                text("decision-gates.rule.has-due-date.missing")), refusal.getErrors());
        assertEquals(List.of(), refusal.getGenericErrors());
        GateEvent entry = onlyEntry();
        assertEquals("decision@10000 5 decide ENFORCE",
                entry.gate().policy() + " " + entry.gate().version() + " " + entry.gate().key() + " "
                        + entry.gate().enforcement());
        assertEquals(List.of("has-fallback ADVISE", "has-owner ENFORCE decision 3", "has-due-date ENFORCE audit 2"),
                entry.results().stream().map(rule -> rule.rule() + " " + rule.enforcement()
                        + rule.origin().map(policy -> " " + policy.key() + " " + policy.version()).orElse("")).toList());
    }

    @Test
    public void letsAnIssueThroughThatAPolicyOnlyAdvises() {
        transition.inForce = new PoliciesInForce(
                List.of(policy(Scope.GLOBAL, "decision", 1, false, PolicyRule.of("has-owner").enforced(Enforcement.ADVISE))), List.of());
        transition.value(TransitionFixture.OWNER_FIELD, null);

        assertEquals(null, transition.ask(IN_REVIEW));
        assertEquals(GateEvent.Outcome.ADVISED, onlyEntry().outcome());
    }

    @Test
    public void refusesWherePoliciesCannotBeReadOrAreNotThere() {
        InvalidInputException unknown = complete().ask(IN_REVIEW);
        assertTrue(unknown.getGenericErrors().toString(),
                unknown.getGenericErrors().contains(text("decision-gates.gate.error.unknown-policy", "decision", "decide")));
        assertEquals("decision 0 decide",
                onlyEntry().gate().policy() + " " + onlyEntry().gate().version() + " " + onlyEntry().gate().key());
        transition.journal.clear();
        transition.policiesFail = new IllegalStateException("database down");

        InvalidInputException refusal = complete().ask(IN_REVIEW);

        assertEquals(List.of(text("decision-gates.jira.gate.broken", "Decide")), refusal.getGenericErrors());
        assertEquals(GateEvent.Outcome.ERROR, onlyEntry().outcome());
        assertEquals("decision 0 decide",
                onlyEntry().gate().policy() + " " + onlyEntry().gate().version() + " " + onlyEntry().gate().key());
    }

    private static Policy policy(Scope scope, String key, int version, boolean locked, PolicyRule rule) {
        return new Policy(new PolicyVersion(scope, key, version), key, "10001", locked, WaiverTerms.NONE, ApprovalTerms.NONE, Map.of(),
                List.of(new PolicyGate("decide", "Decide", Optional.empty(), Enforcement.ENFORCE, List.of(rule))), List.of());
    }

    @Test
    public void writesDownAGateThatBreaks() {
        when(transition.action.getView()).thenThrow(new NoSuchMethodError("getView"));

        transition.ask(MINIMUM);

        GateEvent entry = onlyEntry();
        assertEquals(Status.ERROR.name(), entry.verdict());
        assertEquals(OptionalLong.of(10200), entry.issueId());
        assertEquals(10000, entry.projectId());
        assertEquals("Decision workflow", entry.workflow());
        assertEquals(21, entry.actionId());
        assertEquals("Decide", entry.transition());
        assertEquals("lead", entry.actor());
        assertEquals(List.of(), entry.failedRules());
        assertEquals(GateArguments.read(MINIMUM).settingsHash(), entry.gate().settingsHash());
    }

    @Test
    public void writesDownWhatIsKnownOfABrokenTransition() {
        transition.variables.remove("descriptor");
        transition.variables.put("actionId", "twenty-one");
        when(transition.issue.getIssueTypeId()).thenThrow(new IllegalStateException("no issue type"));

        assertEquals(List.of(text("decision-gates.jira.gate.broken", "twenty-one")), transition.ask(MINIMUM).getGenericErrors());

        GateEvent entry = onlyEntry();
        assertEquals(Status.ERROR.name(), entry.verdict());
        assertEquals(OptionalLong.of(10200), entry.issueId());
        assertEquals("", entry.workflow());
        assertEquals(0, entry.actionId());
        assertEquals("", entry.transition());
        assertEquals("lead", entry.actor());
    }

    @Test
    public void refusesAllTheSameWhenAFailureCannotBeWrittenDown() {
        when(transition.action.getView()).thenThrow(new NoSuchMethodError("getView"));

        assertEquals(List.of(text("decision-gates.jira.gate.broken", "Decide")),
                transition.journalFails(new IllegalStateException("database down")).ask(MINIMUM).getGenericErrors());
        assertEquals(List.of(), transition.journal);
    }

    @Test
    public void writesOneEntryEvenWhenTheRefusalCannotBeWorded() {
        when(transition.action.getView()).thenThrow(new IllegalStateException("no view"));

        assertEquals(List.of(text("decision-gates.jira.gate.broken", "Decide")), transition.ask(MINIMUM).getGenericErrors());
        assertEquals(Status.ERROR.name(), onlyEntry().verdict());
    }

    @Test
    public void keepsWhatARuleThrewFromPeople() {
        complete();
        when(transition.issue.getDueDate()).thenThrow(new IllegalStateException("secret detail"));

        InvalidInputException refusal = transition.ask(MINIMUM);

        assertTrue(refusal.getGenericErrors().toString().contains("has-due-date"));
        assertTrue(!refusal.getGenericErrors().toString().contains("secret"));
    }

    @Test
    public void writesOneEntryAboutEverythingItKnows() {
        transition.ask(MINIMUM);

        GateEvent entry = onlyEntry();
        assertEquals(OptionalLong.of(10200), entry.issueId());
        assertEquals(10000, entry.projectId());
        assertEquals("Decision workflow", entry.workflow());
        assertEquals(21, entry.actionId());
        assertEquals("Decide", entry.transition());
        assertEquals("lead", entry.actor());
        assertEquals(GateEvent.Source.BACKGROUND.name(), entry.source());
        assertEquals(Status.FAILED.name(), entry.verdict());
        assertEquals(List.of("has-owner", "has-due-date", "has-acceptance-criteria"), entry.failedRules());
        assertEquals(
                new GateEvent.RuleEntry("has-owner", "FAILED", "ENFORCE", Optional.empty(),
                        List.of("decision-gates.rule.has-owner.missing")),
                entry.results().get(0));
        assertEquals("workflow", entry.gate().policy());
        assertEquals(0, entry.gate().version());
        assertEquals("inline", entry.gate().key());
        assertEquals("ENFORCE", entry.gate().enforcement());
        assertEquals(GateArguments.read(MINIMUM).settingsHash(), entry.gate().settingsHash());
    }

    @Test
    public void writesNobodyForAnAnonymousActor() {
        transition.variables.remove("context");

        transition.ask(MINIMUM);

        assertEquals("", onlyEntry().actor());
    }

    @Test
    public void speaksTheLanguageOfTheActor() {
        InvalidInputException refusal = transition.speaking("de").ask(MINIMUM);

        assertEquals(text("decision-gates.rule.has-owner.missing").replaceAll("(?<=^|[.] )", "[de] "),
                refusal.getErrors().get(TransitionFixture.OWNER_FIELD));
    }

    @Test
    public void showsTheAdministratorsOwnMessageAsTyped() {
        Map<String, String> gate = with("has-owner.message", "<b>{0}</b> it's 'yours'");

        assertEquals("<b>{0}</b> it's 'yours'", transition.ask(gate).getErrors().get(TransitionFixture.OWNER_FIELD));
    }

    @Test
    public void readsEachFieldOnce() {
        Map<String, String> twice = new HashMap<>(MINIMUM);
        twice.put("gate.rules", "has-acceptance-criteria,has-fallback");
        twice.put("has-acceptance-criteria.field", "description");
        twice.put("has-fallback.field", "description");

        transition.ask(twice);

        verify(transition.issue, times(1)).getDescription();
    }

    private static Map<String, String> with(String argument, String value) {
        Map<String, String> gate = new HashMap<>(MINIMUM);
        gate.put(argument, value);
        return gate;
    }

    private TransitionFixture complete() {
        return transition.value(TransitionFixture.OWNER_FIELD, transition.user("owner", true, true))
                .due(TestTime.TODAY.plusDays(7), null)
                .value(TransitionFixture.CRITERIA_FIELD, "Checkout answers within 2 s for 95 % of requests");
    }

    private GateEvent onlyEntry() {
        assertEquals(1, transition.journal.size());
        return transition.journal.get(0);
    }

    private static String text(String key, String... arguments) {
        String text = org.decisiongates.jira.Texts.resolver().getText(key, (java.io.Serializable[]) arguments);
        return BundleTexts.has(key + ".fix")
                ? text + " " + org.decisiongates.jira.Texts.resolver().getText(key + ".fix", (java.io.Serializable[]) arguments)
                : text;
    }
}
