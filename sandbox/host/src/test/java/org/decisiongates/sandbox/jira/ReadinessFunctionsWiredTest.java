package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.StatementLog;
import org.decisiongates.sandbox.host.Statements;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.JqlProblem;

/** The shipped jar's functions of JQL find what its gates would say, and nothing that the searcher may not browse. */
public class ReadinessFunctionsWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static WiredJira wired;

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
    }

    @Test
    public void findWhatNoGateWouldKeepFromAPhase() throws Exception {
        IssueRow ready = wired.decision("Ready for review");
        IssueRow missing = wired.decision("Not ready for review");
        supply(ready, Map.of(wired.field("Owner"), "owner", "duedate", TestTime.today().plusDays(5).toString(),
                wired.field("Acceptance criteria"), "Refunds reach the customer within 3 days"));
        String both = " and key in (" + ready.key() + ", " + missing.key() + ")";

        for (String phase : List.of("\"In review\"", "in_review", "\"in review\", SHOP")) {
            assertEquals(phase, List.of(ready.key()), found("lead", "issue in gateReady(" + phase + ")" + both));
        }
        assertEquals(List.of(missing.key()), found("lead", "issue not in gateReady(\"In review\")" + both));
        assertEquals("no transition leads there from here", List.of(), found("lead", "issue in gateReady(Live)" + both));
        assertEquals("whoever may not browse finds none", List.of(), found("outsider", "issue in gateReady(\"In review\")"));
        assertEquals(400, wired.jira.issues().transition("lead", missing.id(), 11, new IssueInput()).reason());
        assertTrue(wired.jira.issues().transition("lead", ready.id(), 11, new IssueInput()).done());
        assertEquals("what is there is not on its way", List.of(), found("lead", "issue in gateReady(\"In review\")" + both));
    }

    @Test
    public void findOpenDecisionsThatNobodyAnswersFor() throws Exception {
        IssueRow unowned = wired.decision("Nobody's");
        IssueRow owned = wired.decision("Somebody's");
        IssueRow left = wired.decision("Owned by somebody who left");
        wired.jira.users().create("leaver", "Leaver", "leaver@example.com", "leaver");
        wired.jira.users().join("leaver", "storefront-team");
        supply(owned, Map.of(wired.field("Owner"), "owner"));
        supply(left, Map.of(wired.field("Owner"), "leaver"));
        String three = " and key in (" + unowned.key() + ", " + owned.key() + ", " + left.key() + ")";
        assertEquals(List.of(unowned.key()), found("lead", "issue in decisionsWithoutOwner(SHOP)" + three));
        wired.jira.users().setActive("leaver", false);
        assertEquals(List.of(unowned.key(), left.key()), found("lead", "issue in decisionsWithoutOwner()" + three));
    }

    @Test
    public void findIssuesByWhatIsRecordedOfThem() throws Exception {
        IssueRow risky = wired.decision("Has a risk");
        IssueRow accepted = wired.decision("Has an accepted risk");
        String both = " and key in (" + risky.key() + ", " + accepted.key() + ")";
        String records = "/rest/decision-gates/1.0/issue/%s/records/risk";
        assertEquals(201, wired.post("owner", String.format(records, risky.key()), "{'text':'Queues'}").status());
        assertEquals(201, wired.post("owner", String.format(records, accepted.key()), "{'text':'Queues','state':'accepted'}").status());

        assertEquals(List.of(risky.key(), accepted.key()), found("lead", "issue in recorded(risk)" + both));
        assertEquals(List.of(risky.key()), found("lead", "issue in recorded(risk, open, SHOP)" + both));
        assertEquals(List.of(), found("lead", "issue in recorded(\"trade-off\")" + both));
        assertEquals("whoever may not browse finds none", List.of(), found("outsider", "issue in recorded(risk)"));
        assertProblem("issue in recorded()", "trade-off");
        assertProblem("issue in recorded(wish)", "wish");
    }

    /** One search to count, one for the values, and one statement each for the records and the waivers of up to 200 issues. */
    @Test
    public void readAsOftenForManyIssuesAsForOne() throws Exception {
        IssueRow first = wired.decision("Counted alone");
        wired.awaitFirstLook();
        List<String> one = sent("issue in gateReady(Decided, SHOP) and key = " + first.key());
        for (int i = 0; i < 40; i++) {
            wired.decision("Counted with others " + i);
        }
        wired.awaitFirstLook();
        List<String> many = sent("issue in gateReady(Decided, SHOP) and key = " + first.key());
        assertEquals(String.join("\n", one), String.join("\n", many));
        assertEquals(many.toString(), 1, many.stream().filter(sql -> sql.contains("AO_") && sql.contains("ISSUE_RECORD")).count());
        assertEquals(many.toString(), 1, many.stream().filter(sql -> sql.contains("AO_") && sql.contains("WAIVER_STEP")).count());
    }

    /** Statements of searches, and of the app. */
    private static List<String> sent(String jql) throws Exception {
        found("lead", jql);
        StatementLog log = wired.box.logStatements();
        found("lead", jql);
        return log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME).sql().stream()
                .map(sql -> sql.toUpperCase(Locale.ROOT))
                .filter(sql -> sql.contains("FETCH FIRST") || sql.startsWith("SELECT COUNT(*) FROM JIRA_ISSUE ") || sql.contains("AO_"))
                .map(sql -> sql.replaceAll("\\?(, \\?)+", "?")).toList();
    }

    @Test
    public void findNoWaiverWhereThereIsNone() throws Exception {
        assertEquals(List.of(), found("lead", "issue in gateWaived()"));
        assertEquals("whoever may not browse finds no debt either", List.of(), found("outsider", "issue in gateDebt()"));
        assertProblem("outsider", "issue in gateDebt(SHOP)", "'SHOP' does not exist");
        for (String function : List.of("gateDebt(NOWHERE)", "gateWaived(SHOP, NOWHERE)", "recorded(option, chosen, NOWHERE)")) {
            assertProblem("issue in " + function, "'NOWHERE' does not exist");
        }
    }

    @Test
    public void sayWhatIsWrongWithTheirArguments() {
        assertProblem("issue in gateReady()", "In review, Decided");
        assertProblem("issue in gateReady(soon)", "soon");
        assertProblem("issue in gateReady(Draft, NOWHERE)", "no issue can be ready for it");
        assertProblem("issue in recorded(risk, opne)", "Its states are open, mitigated, accepted.");
        assertProblem("issue in gateReady(\"In review\", NOWHERE)", "NOWHERE");
        assertProblem("issue in decisionsWithoutOwner(\"a \\\" or key = b\")", "or key = b");
    }

    private static void supply(IssueRow issue, Map<String, String> fields) {
        IssueInput input = new IssueInput();
        fields.forEach(input::set);
        assertTrue(wired.jira.issues().update("lead", issue.id(), input).toString(),
                wired.jira.issues().update("lead", issue.id(), input).done());
    }

    private static List<String> found(String user, String jql) throws Exception {
        return wired.jira.search().find(user, jql + " order by key", 0, 50).issues().stream().map(IssueRow::key).toList();
    }

    private static void assertProblem(String jql, String words) {
        assertProblem("lead", jql, words);
    }

    private static void assertProblem(String user, String jql, String words) {
        JqlProblem problem = assertThrows(JqlProblem.class, () -> wired.jira.search().find(user, jql, 0, 10));
        assertFalse("no issue is named", problem.getMessage().contains("issue with key"));
        assertTrue(problem.getMessage(), problem.getMessage().contains(words));
    }
}
