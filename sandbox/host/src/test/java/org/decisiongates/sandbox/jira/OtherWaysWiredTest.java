package org.decisiongates.sandbox.jira;

import static org.decisiongates.sandbox.jira.WiredJira.assertReadable;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Outcome;

/** Issues also move without anybody at a screen: by mass change, as clones, into another type, and by apps that leave validators out. */
@RunWith(Parameterized.class)
public class OtherWaysWiredTest {

    private static final int START_RESOLVING = 11;
    private static final int ESCALATE = 94;
    private static final int RESUME = 31;
    private static final int DECIDE = 21;
    private static final int REJECT = 91;
    private static final int SUPERSEDE = 92;
    private static final int REOPEN_DECISION = 93;
    private static final int RESOLVE = 91;
    private static final int ACCEPT = 92;
    private static final int INVOKE_FALLBACK = 93;
    private static final int REOPEN_BLOCKER = 95;
    private static final String SUMMARY = "/rest/decision-gates/1.0/summary?project=SHOP";

    private static WiredJira wired;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    public OtherWaysWiredTest(Options.Database database) {
        BOXES.on(database, () -> wired = WiredJira.start(BOXES, database));
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Test
    public void aMassChangeAsksTheGateOfEachIssueAndMovesThoseThatPass() throws Exception {
        List<IssueRow> issues = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            issues.add(blocker("Changed in a mass, number " + i));
        }
        clear(issues.get(1), "duedate", wired.field("Fallback plan"));
        clear(issues.get(3), wired.field("Owner"));
        List<Long> rows = issues.stream().map(wired::journal).toList();
        List<Outcome> outcomes = onAThreadWithoutRequest(() -> issues.stream()
                .map(issue -> wired.jira.issues().transition("lead", issue.id(), START_RESOLVING, new IssueInput())).toList());
        assertEquals(List.of(true, false, true, false), outcomes.stream().map(Outcome::done).toList());
        assertEquals(List.of("Resolving", "Open", "Resolving", "Open"), issues.stream().map(wired::status).toList());
        assertEquals(2, WiredJira.messages(outcomes.get(1)).size());
        assertEquals(1, WiredJira.messages(outcomes.get(3)).size());
        outcomes.stream().filter(outcome -> !outcome.done())
                .forEach(outcome -> assertReadable("a mass change", WiredJira.messages(outcome)));
        assertEquals("one row each", rows.stream().map(count -> count + 1).toList(), issues.stream().map(wired::journal).toList());
        Set<String> sources = new HashSet<>();
        wired.get("admin", "/rest/decision-gates/1.0/journal?project=SHOP&limit=4").json().path("entries")
                .forEach(entry -> sources.add(entry.path("source").asText()));
        assertEquals(Set.of("BACKGROUND"), sources);
    }

    @Test
    public void aCloneIsExaminedLikeAnyOtherNewIssue() throws Exception {
        IssueRow original = blocker("Worth having twice");
        long before = wired.journal();
        Outcome copied = wired.jira.issues().copy("lead", original.id());
        assertTrue(copied.toString(), copied.done());
        IssueRow copy = copied.issue().orElseThrow();
        assertEquals("a row of its own", before + 1, wired.journal());
        assertEquals("Open", row("blockers", copy).path("phase").asText());
        clear(original, "duedate", wired.field("Owner"), wired.field("Fallback plan"));
        long rows = wired.journal();
        Outcome refused = wired.jira.issues().copy("lead", original.id());
        assertFalse(refused.done());
        assertEquals(Set.of("duedate", wired.field("Owner"), wired.field("Fallback plan")), refused.errors().keySet());
        assertEquals(rows + 1, wired.journal());
    }

    @Test
    public void anIssueThatBecomesAnotherTypeIsListedAsThatAndKeepsItsHistory() throws Exception {
        IssueRow issue = blocker("Rather a decision");
        long closures = closures();
        Outcome changed = wired.jira.issues().move("lead", issue.id(), issue.projectId(), wired.type("Decision"));
        assertTrue(changed.toString(), changed.done());
        assertTrue("no Blocker any more", row("blockers", issue).isMissingNode());
        assertEquals("Draft", row("decisions", issue).path("phase").asText());
        assertEquals(OpenModel.of(wired, "SHOP", "lead").owners(), OpenModel.owners(wired.get("lead", SUMMARY).json()));
        assertEquals("nothing was closed", closures, closures());
        assertEquals("the gates of a Decision from now on", Set.of(wired.field("Acceptance criteria")),
                wired.jira.issues().transition("lead", issue.id(), 11, new IssueInput()).errors().keySet());
        assertTrue(wired.jira.issues().move("lead", issue.id(), issue.projectId(), wired.type("Task")).done());
        assertTrue("no Decision any more", row("decisions", issue).isMissingNode());
        assertEquals("nor among what its owner holds", OpenModel.of(wired, "SHOP", "lead").owners(),
                OpenModel.owners(wired.get("lead", SUMMARY).json()));
    }

    @Test
    public void whatAnAppMovesPastTheGateIsReportedAsItIs() throws Exception {
        IssueRow issue = blocker("Moved past its gate");
        assertTrue(wired.jira.issues().transition("lead", issue.id(), ESCALATE,
                new IssueInput().set(wired.field("Reason"), "It survived a whole review")).done());
        clear(issue, "duedate", wired.field("Owner"), wired.field("Fallback plan"));
        long rows = wired.journal(issue);
        Outcome moved = wired.jira.issues().transitionUnexamined("lead", issue.id(), RESUME);
        assertTrue(moved.toString(), moved.done());
        assertEquals("no gate was asked, so none is in the journal", rows, wired.journal(issue));
        JsonNode row = row("blockers", issue);
        assertEquals("Resolving", row.path("phase").asText());
        assertTrue("nobody is made up", row.path("owner").isMissingNode());
        assertEquals(OpenModel.of(wired, "SHOP", "lead").owners(), OpenModel.owners(wired.get("lead", SUMMARY).json()));
    }

    @Test
    public void saysInTheClosuresOfTheWeekWhatWasDecidedAndWhy() throws Exception {
        IssueRow decided = decision("Refunds by voucher or card");
        assertTrue(wired.jira.issues().update("lead", decided.id(), new IssueInput().set(wired.field("Question and options"),
                "h3. Question\n\nHow do buyers get their money back?\n* by card\n* by voucher")).done());
        Outcome done = wired.jira.issues().transition("lead", decided.id(), DECIDE, new IssueInput()
                .set(wired.field("Trade-offs"), "Refunds cost a fee for each card").set(wired.field("Outcome"), "By card, within a day")
                .set(wired.field("Reason for the outcome"), "The law asks for it")
                .set(wired.field("Rejected options"), "Vouchers, which buyers refuse"));
        assertTrue(done.toString(), done.done());
        IssueRow recorded = decision("Decided by an option alone");
        wired.post("lead", "/rest/decision-gates/1.0/issue/" + recorded.key() + "/records/option",
                "{'text':'Keep the first vendor','state':'CHOSEN'}");
        assertTrue(wired.jira.issues().transitionUnexamined("lead", recorded.id(), DECIDE).done());
        IssueRow rejected = decision("Sell abroad in spring");
        String resolution = wired.jira.resolutions().byName("Done").orElseThrow().id();
        Outcome unexplained = wired.jira.issues().transition("lead", rejected.id(), REJECT,
                new IssueInput().set("resolution", resolution));
        assertEquals("the screen asks why", Set.of(wired.field("Reason")), unexplained.errors().keySet());
        assertTrue(wired.jira.issues().transition("lead", rejected.id(), REJECT,
                new IssueInput().set("resolution", resolution).set(wired.field("Reason"), "Customs take a year")).done());
        IssueRow superseded = decision("Refunds by cheque");
        assertTrue(wired.jira.issues().transition("lead", superseded.id(), SUPERSEDE, new IssueInput().set("resolution", resolution)
                .set(wired.field("Reason"), "Nobody cashes cheques").set(wired.field("Superseded by"), decided.key())).done());
        IssueRow fallenBack = blocker("Lasted too long");
        assertTrue(wired.jira.issues().transition("lead", fallenBack.id(), INVOKE_FALLBACK, new IssueInput().set("resolution", resolution))
                .done());
        IssueRow silent = decision("Decided past its gate");
        assertTrue(wired.jira.issues().transitionUnexamined("lead", silent.id(), DECIDE).done());

        assertEquals("How do buyers get their money back? > By card, within a day", said(decided));
        assertEquals(" > Keep the first vendor", said(recorded));
        assertEquals(" > Customs take a year", said(rejected));
        assertEquals(" > Nobody cashes cheques", said(superseded));
        assertEquals(" > Switch the promotion off within one hour", said(fallenBack));
        assertEquals(decided.key(), row("closures", superseded).at("/successor/key").asText());
        assertTrue("of the others there is none", row("closures", rejected).path("successor").isMissingNode());
        assertEquals(" > ", said(silent));
    }

    @Test
    public void asksForEachReasonInItsFieldAndTakesNoCommentForOne() throws Exception {
        String reason = wired.field("Reason");
        String outcome = wired.field("Outcome");
        String comment = "The supplier delivers from Monday on, as the contract says";
        IssueRow decision = decision("Asked for every reason");
        IssueRow after = decision("Holds in its place");
        IssueRow blocker = blocker("Asked for every reason");
        IssueRow risk = blocker("A risk that somebody accepts");
        List<Asked> table = List.of(
                new Asked(decision, DECIDE, "Decided",
                        Map.of(outcome, "Refunds go to the card", wired.field("Reason for the outcome"), "The law asks for it",
                                wired.field("Rejected options"), "Vouchers, which buyers refuse"),
                        Map.of(wired.field("Trade-offs"), "Refunds cost a fee for each card")),
                new Asked(decision, REOPEN_DECISION, "In review", Map.of(reason, "The bank has changed its fees"), Map.of()),
                new Asked(decision, REJECT, "Rejected", Map.of(reason, "Nobody needs it any more"), done()),
                new Asked(after, SUPERSEDE, "Superseded", Map.of(reason, "Another one holds", wired.field("Superseded by"),
                        decision("Holds in the end").key()), done()),
                new Asked(blocker, ESCALATE, "Escalated", Map.of(reason, "The supplier does not answer"), Map.of()),
                new Asked(blocker, RESOLVE, "Resolved", Map.of(outcome, "The supplier has sent the missing terminals"), done()),
                new Asked(blocker, REOPEN_BLOCKER, "Open", Map.of(reason, "The terminals do not print"), Map.of()),
                new Asked(blocker, ESCALATE, "Escalated", Map.of(reason, "The terminals still do not print"), Map.of()),
                new Asked(risk, ACCEPT, "Accepted", Map.of(reason, "It costs less than waiting", wired.field("Risk accepted by"), "lead",
                        wired.field("Risk accepted until"), TestTime.today().plusDays(9).toString()), done()));
        for (Asked asked : table) {
            String where = asked.status() + " of " + asked.issue().key();
            long rows = wired.journal(asked.issue());
            Outcome refused = asked.make(Map.of(), comment);
            assertFalse(where, refused.done());
            assertEquals(where, asked.fields().keySet(), refused.errors().keySet());
            assertReadable(where, WiredJira.messages(refused));
            Outcome made = asked.make(asked.fields(), "");
            assertTrue(where + ": " + made, made.done());
            assertEquals(asked.status(), wired.status(asked.issue()));
            assertEquals("the refusal and the pass of " + where, rows + 2, wired.journal(asked.issue()));
        }
        Outcome stale = new Asked(risk, REOPEN_BLOCKER, "Open", Map.of(), Map.of()).make(Map.of(reason, "It costs less than waiting"), "");
        assertEquals(Map.of(reason, "This is the reason for an earlier transition. Enter the reason for reopening this now."),
                stale.errors());
        assertEquals(" > It costs less than waiting", said(risk));
        assertEquals(TestTime.today().plusDays(9).toString(), row("closures", risk).at("/acceptance/until").asText());
        assertEquals(wired.jira.users().byKey("lead").orElseThrow().displayName(), row("closures", risk).at("/acceptance/by").asText());
        assertTrue("of what was resolved there is none", row("closures", decision).path("acceptance").isMissingNode());
        String page = wired.get("lead", "/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-week-link").body();
        String approver = wired.jira.users().byKey("lead").orElseThrow().displayName();
        assertTrue("in words", page.contains("Risk accepted by " + approver + " until "));
    }

    private static Map<String, String> done() {
        return Map.of("resolution", wired.jira.resolutions().byName("Done").orElseThrow().id());
    }

    /** A transition with the fields that it asks for, and what its screen takes besides. */
    private record Asked(IssueRow issue, int transition, String status, Map<String, String> fields, Map<String, String> others) {

        Outcome make(Map<String, String> supplied, String comment) {
            IssueInput input = new IssueInput();
            others.forEach(input::set);
            supplied.forEach(input::set);
            return wired.jira.issues().transition("lead", issue.id(), transition, comment.isEmpty() ? input : input.comment(comment));
        }
    }

    private static String said(IssueRow issue) throws Exception {
        JsonNode row = row("closures", issue);
        assertFalse(issue.key() + " is no closure", row.isMissingNode());
        return row.path("question").asText() + " > " + row.path("decided").asText();
    }

    private static IssueRow decision(String summary) throws Exception {
        IssueRow issue = wired.decision(summary);
        IssueInput filled = new IssueInput().set("duedate", TestTime.today().plusDays(5).toString())
                .set(wired.field("Owner"), "owner").set(wired.field("Acceptance criteria"), "Completion does not fall");
        assertTrue(wired.jira.issues().transition("lead", issue.id(), 11, filled).done());
        return issue;
    }

    private static IssueRow blocker(String summary) {
        return wired.create("SHOP", "Blocker",
                new IssueInput().set("summary", summary).set("duedate", TestTime.today().plusDays(5).toString())
                        .set(wired.field("Owner"), "owner")
                        .set(wired.field("Fallback plan"), "Switch the promotion off within one hour"));
    }

    private static void clear(IssueRow issue, String... fields) {
        IssueInput input = new IssueInput().offScreen(IssueInput.OffScreen.ACCEPTED);
        for (String field : fields) {
            input.set(field, "");
        }
        assertTrue(wired.jira.issues().update("lead", issue.id(), input).done());
    }

    private static JsonNode row(String section, IssueRow issue) throws Exception {
        return StreamSupport.stream(wired.get("lead", SUMMARY).json().path(section).path("rows").spliterator(), false)
                .filter(row -> row.path("key").asText().equals(issue.key())).findFirst().orElse(MissingNode.getInstance());
    }

    private static long closures() throws Exception {
        return wired.get("lead", SUMMARY).json().at("/closures/total").asLong();
    }

    /** As Jira's own mass change works: on a thread that serves no request. */
    private static <T> T onAThreadWithoutRequest(Callable<T> work) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(work).get(60, TimeUnit.SECONDS);
        } finally {
            thread.shutdown();
        }
    }
}
