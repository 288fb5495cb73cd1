package org.decisiongates.sandbox.jira;

import static org.decisiongates.sandbox.jira.WiredJira.assertReadable;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.WiredJira.StoredIssue;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.model.Users;
import org.decisiongates.sandbox.jira.web.Browser;

/**
 * A rule says the same whichever way an issue is moved or made: through the screen, over REST, by a mass change. A refusal changes
 * nothing and is one row of the journal. Rules that ask who acts, what the transition changes and what is written with it, because these
 * reach a gate differently on each way.
 */
public class GateOnEveryPathWiredTest {

    private static final int CREATE = 1;
    private static final int RESOLVE = 5;
    private static final String ASSIGNEE = "assignee";

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static WiredJira wired;

    /** The ways to move an issue. */
    private enum Path {
        SCREEN, REST, MASS_CHANGE
    }

    /**
     * Somebody moves an issue.
     *
     * @param before who is assigned before; empty text for nobody
     * @param sets   whom the transition assigns; empty text where it leaves that alone
     */
    private record Move(String actor, String before, String sets, String comment) {
    }

    /** @param said what the rule says of the refused move, in part */
    private record Case(String rule, Map<String, String> settings, Move refused, String said, Move passing) {
    }

    private static final List<Case> CASES = List.of(
            new Case("field-required", Map.of("field", ASSIGNEE), new Move("lead", "", "", ""), "This is empty.",
                    new Move("lead", "", "second", "")),
            new Case("field-changed", Map.of("field", ASSIGNEE), new Move("lead", "second", "", ""), "This is still as it was.",
                    new Move("lead", "second", "lead", "")),
            new Case("has-comment", Map.of(), new Move("lead", "second", "", "n/a"), "markup or a placeholder",
                    new Move("lead", "second", "", "Agreed with support and legal")),
            new Case("separation-of-duties", Map.of("field", ASSIGNEE), new Move("lead", "lead", "", ""),
                    "Whoever is named here must not do this.", new Move("second", "lead", "", "")),
            new Case("separation-of-duties", Map.of("field", ASSIGNEE), new Move("lead", "lead", "second", ""),
                    "Whoever is named here must not do this.", new Move("second", "lead", "lead", "")),
            new Case("actor-in-group-or-role", Map.of("groups", "approvers"), new Move("second", "lead", "", ""),
                    "Only people of approvers may do this.", new Move("lead", "lead", "", "")),
            new Case("user-in-group-or-role", Map.of("field", ASSIGNEE, "groups", "approvers"), new Move("lead", "lead", "second", ""),
                    "Second does not belong to approvers.", new Move("lead", "second", "lead", "")));

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
        wired.jira.users().create("second", "Second", "second@example.com", "second");
        for (String group : List.of(Users.LICENSED, "storefront-leads")) {
            wired.jira.users().join("second", group);
        }
        wired.jira.users().join("lead", "approvers");
    }

    @Test
    public void saysTheSameOnEveryWayToMoveAnIssue() throws Exception {
        for (Case one : CASES) {
            gated(RESOLVE, one.rule(), one.settings());
            for (Path path : Path.values()) {
                String what = one.rule() + " " + one.refused() + " on " + path;
                IssueRow issue = task(one.refused().before());
                StoredIssue before = wired.stored(issue);

                List<String> said = move(path, issue, one.refused());

                assertReadable(what, said);
                assertTrue(what + ": " + said, said.stream().anyMatch(text -> text.contains(one.said())));
                StoredIssue after = wired.stored(issue);
                assertEquals(what, new StoredIssue(before.issue(), before.history(), before.comments(), before.journal() + 1), after);
                IssueRow good = task(one.passing().before());
                assertEquals(what, List.of(), move(path, good, one.passing()));
                assertEquals(what, "Resolved", wired.status(good));
            }
        }
    }

    @Test
    public void saysTheSameOnEveryWayToMakeAnIssue() throws Exception {
        gated(CREATE, "field-required", Map.of("field", "description"));
        String risk = String.valueOf(wired.id("RISK"));
        String json = "{'fields':{'project':{'id':'" + risk + "'},'issuetype':{'id':'" + wired.type("Task") + "'},'summary':'Made'%s}}";
        long rows = wired.journal();

        Reply refused = wired.post("lead", "/rest/api/2/issue", String.format(json, ""));
        assertEquals(400, refused.status());
        assertTrue(refused.body(), refused.body().contains("This is empty."));
        Browser browser = Browser.as(wired.box.baseUrl(), "lead");
        browser.open("/secure/CreateIssue!default.jspa?pid=" + risk + "&issuetype=" + wired.type("Task"));
        browser.submit("form:has([name=summary])", "summary", "Made");
        assertTrue(browser.page.text(), browser.page.text().contains("This is empty."));
        Outcome direct = wired.jira.issues().create("lead", input(""));
        assertFalse(direct.done());
        assertTrue(direct.toString(), WiredJira.messages(direct).stream().anyMatch(text -> text.contains("This is empty.")));
        assertEquals("one row each", rows + 3, wired.journal());

        assertEquals(201, wired.post("lead", "/rest/api/2/issue", String.format(json, ",'description':'What it is about'")).status());
        browser.submit("form:has([name=summary])", "summary", "Made", "description", "What it is about");
        assertFalse(browser.page.text(), browser.page.text().contains("This is empty."));
        assertTrue(wired.jira.issues().create("lead", input("What it is about")).done());
        assertEquals("one row each", rows + 6, wired.journal());
    }

    /** What was deleted equals nothing: a rule that forbids it would pass every issue. */
    @Test
    public void refusesWhereARuleNamesSomethingThatIsGone() throws Exception {
        String field = wired.field("Customer-facing");
        for (Map.Entry<String, Map<String, String>> gone : Map.of(
                "option with the id 99999", Map.of("rule", "field-equals", "field", field, "options", "99999", "comparison", "none"),
                "no link type with the id 99999", Map.of("rule", "has-attachment-or-link", "source", "link", "link-types", "99999"),
                "no group “nobody”", Map.of("rule", "actor-in-group-or-role", "groups", "approvers\nnobody")).entrySet()) {
            Map<String, String> settings = new HashMap<>(gone.getValue());
            gated(RESOLVE, settings.remove("rule"), settings);
            IssueRow issue = task("lead");

            List<String> said = move(Path.MASS_CHANGE, issue, new Move("lead", "lead", "", ""));

            assertReadable(gone.getKey(), said);
            assertTrue(gone.getKey() + ": " + said, said.stream().anyMatch(text -> text.contains(gone.getKey())));
            assertEquals("Open", wired.status(issue));
        }
    }

    /** What the issue's mover reads against the move; nothing when it is done. */
    private static List<String> move(Path path, IssueRow issue, Move move) throws Exception {
        return switch (path) {
            case SCREEN -> onTheScreen(issue, move);
            case REST -> overRest(issue, move);
            case MASS_CHANGE -> byMassChange(issue, move);
        };
    }

    private static List<String> onTheScreen(IssueRow issue, Move move) throws Exception {
        Browser browser = Browser.as(wired.box.baseUrl(), move.actor());
        browser.open("/secure/CommentAssignIssue!default.jspa?id=" + issue.id() + "&action=" + RESOLVE);
        List<String> typed = new ArrayList<>(List.of("comment", move.comment()));
        if (!move.sets().isEmpty()) {
            typed.addAll(List.of(ASSIGNEE, move.sets()));
        }
        browser.submit("#issue-workflow-transition", typed.toArray(String[]::new));
        return browser.page.select("#issue-workflow-transition").isEmpty() ? List.of()
                : browser.page.select(".error, .aui-message").eachText();
    }

    private static List<String> overRest(IssueRow issue, Move move) throws Exception {
        String fields = move.sets().isEmpty() ? "" : ",'assignee':{'name':'" + move.sets() + "'}";
        String comment = move.comment().isEmpty() ? "" : ",'update':{'comment':[{'add':{'body':'" + move.comment() + "'}}]}";
        Reply reply = wired.post(move.actor(), "/rest/api/2/issue/" + issue.key() + "/transitions",
                "{'transition':{'id':'" + RESOLVE + "'},'fields':{'resolution':{'name':'Done'}" + fields + "}" + comment + "}");
        return reply.status() == 204 ? List.of() : reply.errors();
    }

    /** As Jira's own mass change works: on a thread that serves no request. */
    private static List<String> byMassChange(IssueRow issue, Move move) throws Exception {
        IssueInput input = new IssueInput().set("resolution", wired.jira.resolutions().all().get(0).id()).comment(move.comment());
        if (!move.sets().isEmpty()) {
            input.set(ASSIGNEE, move.sets());
        }
        var thread = Executors.newSingleThreadExecutor();
        try {
            Outcome outcome = thread.submit(() -> wired.jira.issues().transition(move.actor(), issue.id(), RESOLVE, input)).get(60,
                    TimeUnit.SECONDS);
            return outcome.done() ? List.of() : WiredJira.messages(outcome);
        } finally {
            thread.shutdown();
        }
    }

    private static IssueInput input(String description) {
        return new IssueInput().set("project", String.valueOf(wired.id("RISK"))).set("issuetype", wired.type("Task")).set("summary", "Made")
                .set("description", description);
    }

    private static IssueRow task(String assignee) {
        IssueRow issue = wired.create("RISK", "Task", new IssueInput().set("summary", "Goes every way"));
        Outcome assigned = wired.jira.issues().update("lead", issue.id(),
                new IssueInput().set(ASSIGNEE, assignee).offScreen(IssueInput.OffScreen.ACCEPTED));
        assertTrue(assigned.toString(), assigned.done());
        return wired.jira.issues().byId(issue.id()).orElseThrow();
    }

    /** A new workflow with this rule before one transition, used by a project. */
    private static void gated(int transition, String rule, Map<String, String> settings) {
        String workflow = rule + "-" + wired.jira.workflows().all().size();
        Map<String, String[]> form = new HashMap<>();
        form.put("gate.rules", new String[] {rule});
        settings.forEach((name, value) -> form.put(rule + "." + name, new String[] {value}));
        wired.jira.workflows().create("admin", workflow, "", wired.jira.workflows().byName("jira", false).orElseThrow().xml());
        wired.jira.workflows().addValidator("admin", workflow, false, transition, BuiltPlugin.KEY + ":gate-validator", form);
        wired.jira.projects().useWorkflowScheme(wired.id("RISK"),
                wired.jira.workflows().createScheme("for " + workflow, "", workflow, Map.of()).id());
    }
}
