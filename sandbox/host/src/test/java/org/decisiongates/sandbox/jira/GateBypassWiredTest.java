package org.decisiongates.sandbox.jira;

import static org.decisiongates.sandbox.jira.WiredJira.assertNames;
import static org.decisiongates.sandbox.jira.WiredJira.assertReadable;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.model.WorkflowXml;

/** Ways around a gate: by another transition into the same phase, by what the workflow engine or XML makes of what a gate stores. */
@RunWith(Parameterized.class)
public class GateBypassWiredTest {

    private static final int CREATED = 4;

    private static WiredJira wired;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    public GateBypassWiredTest(Options.Database database) {
        BOXES.on(database, () -> wired = WiredJira.start(BOXES, database));
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Test
    public void asksAgainWhenResolvingIsResumedWithNothingFilledIn() throws Exception {
        String due = day();
        IssueRow blocker = wired.create("SHOP", "Blocker", new IssueInput().set("summary", "Loses what it had").set("duedate", due)
                .set(wired.field("Owner"), "owner").set(wired.field("Fallback plan"), "Switch the promotion off within one hour"));
        clear(blocker, "duedate", wired.field("Owner"), wired.field("Fallback plan"));
        assertTrue(wired.jira.issues().transition("lead", blocker.id(), 94,
                new IssueInput().set(wired.field("Reason"), "Nobody answers for it any more")).done());
        assertEquals("Escalated", wired.status(blocker));
        long rows = wired.journal(blocker);

        Outcome refused = wired.jira.issues().transition("lead", blocker.id(), 31, new IssueInput());

        assertEquals(Set.of("duedate", wired.field("Owner"), wired.field("Fallback plan")), refused.errors().keySet());
        assertEquals("Escalated", wired.status(blocker));
        assertEquals(rows + 1, wired.journal(blocker));
        Outcome resumed = wired.jira.issues().transition("lead", blocker.id(), 31, new IssueInput().set("duedate", due)
                .set(wired.field("Owner"), "owner").set(wired.field("Fallback plan"), "Switch the promotion off within one hour"));
        assertTrue(resumed.toString(), resumed.done());
        assertEquals("Resolving", wired.status(blocker));
    }

    @Test
    public void asksAgainWhenADecisionIsReopenedWithNothingFilledIn() throws Exception {
        IssueRow decision = wired.decision("Decided, then emptied");
        IssueInput filled = new IssueInput().set("duedate", day()).set(wired.field("Owner"), "owner")
                .set(wired.field("Acceptance criteria"), "Completion does not fall");
        assertTrue(wired.jira.issues().transition("lead", decision.id(), 11, filled).done());
        assertTrue(wired.jira.issues().transition("lead", decision.id(), 21, new IssueInput()
                .set(wired.field("Trade-offs"), "Guests lose the second step of the checkout")
                .set(wired.field("Outcome"), "We keep one page for returning buyers")
                .set(wired.field("Reason for the outcome"), "They buy twice as often")
                .set(wired.field("Rejected options"), "Three steps for everybody"))
                .done());
        clear(decision, "duedate", wired.field("Owner"), wired.field("Acceptance criteria"));

        Outcome refused = wired.jira.issues().transition("lead", decision.id(), 93, new IssueInput());

        assertEquals(Set.of("duedate", wired.field("Owner"), wired.field("Acceptance criteria"), wired.field("Reason")),
                refused.errors().keySet());
        assertTrue(refused.toString(),
                refused.errors().get(wired.field("Reason")).contains("Nothing says why this is reopened; a comment does not count."));
        assertEquals("Decided", wired.status(decision));
        filled.set(wired.field("Reason"), "Buyers leave on the new page");
        assertTrue(wired.jira.issues().transition("lead", decision.id(), 93, filled).done());
        assertEquals("In review", wired.status(decision));
    }

    /** The engine would put the comment in again and again: without the cure this never came back. */
    @Test(timeout = 120_000)
    public void saysAMessageAsItWasTypedWhateverTheCommentOfTheMover() {
        for (String typed : List.of("You wrote: $${comment}", "${comment}", "${${comment}}", "$ {comment} costs $5 }",
                "C:\\u0024{comment}")) {
            String workflow = gated("typed",
                    Map.of("gate.rules", new String[] {"has-due-date"}, "has-due-date.field", new String[] {"duedate"},
                            "has-due-date.horizon-days", new String[] {"28"}, "has-due-date.message", new String[] {typed}));
            assertTrue(org.jsoup.Jsoup.parse(wired.jira.workflows().validatorForm(workflow, false, CREATED, 0))
                    .select("input[name=has-due-date.message]")
                    .eachAttr("value").contains(typed));
            IssueRow task = wired.create("RISK", "Task", new IssueInput().set("summary", "One"));
            for (String comment : List.of("${comment}", "has-fallback", "$", "{comment}")) {
                Outcome refused = wired.jira.issues().transition("lead", task.id(), CREATED, new IssueInput().comment(comment));
                assertEquals(List.of("Due date: " + typed), WiredJira.messages(refused));
            }
        }
    }

    @Test(timeout = 120_000)
    public void letsNoCommentChooseTheRules() {
        String workflow = gated("forged", Map.of("gate.rules", new String[] {"${comment}"}));
        assertFalse(xml(workflow).contains("${"));
        IssueRow task = wired.create("RISK", "Task", new IssueInput().set("summary", "One").set("assignee", "owner"));
        assertFalse(wired.jira.issues().transition("lead", task.id(), CREATED, new IssueInput().comment("has-due-date")).done());

        // as an earlier version stored it, or somebody who edits the database
        for (Map.Entry<String, String> stored : Map
                .of("gate.rules", "${comment}", "has-owner.field", "${comment}", "has-owner.message", "Look: ${comment}",
                        "has-fallback.message", "${issue}")
                .entrySet()) {
            String broken = gated("stored", Map.of("gate.rules", new String[] {"has-owner"}, "has-owner.field", new String[] {"assignee"}));
            String xml = xml(broken).replaceAll("<arg name=\"" + stored.getKey() + "\">[^<]*</arg>", "").replace(
                    "<arg name=\"class.name\">org.decisiongates",
                    "<arg name=\"" + stored.getKey() + "\">" + stored.getValue() + "</arg><arg name=\"class.name\">org.decisiongates");
            assertEquals(1,
                    wired.box.box().jdbc().sql("update jira_workflow set xml = ? where name = ?").param(xml).param(broken).update());
            IssueRow moved = wired.create("RISK", "Task", new IssueInput().set("summary", "One").set("assignee", "owner"));
            for (String comment : List.of("assignee", "has-owner", "")) {
                Outcome refused = wired.jira.issues().transition("lead", moved.id(), CREATED, new IssueInput().comment(comment));
                assertFalse(stored + " lets " + comment + " through", refused.done());
                assertReadable(stored.toString(), WiredJira.messages(refused));
                assertNames(stored.toString(), WiredJira.messages(refused), stored.getKey());
                assertNames(stored.toString(), WiredJira.messages(refused), stored.getValue());
            }
        }
    }

    @Test
    public void savesNoWorkflowThatCannotBeReadAgain() {
        for (int character : new int[] {0x0, 0xB, 0xC, 0x1F, 0xD800, 0xDC00, 0xFFFE, 0xFFFF}) {
            String odd = "an" + (char) character + "d";
            String workflow = gated("odd",
                    Map.of("gate.rules", new String[] {"has-owner", odd}, "has-owner.field", new String[] {"assignee"},
                            "has-owner.message", new String[] {odd}, "has-owner." + odd, new String[] {odd}, odd + "." + odd,
                            new String[] {odd}));
            WorkflowXml.read(xml(workflow));
            Set<String> shown = new TreeSet<>(org.jsoup.Jsoup.parse(wired.jira.workflows().validatorForm(workflow, false, CREATED, 0))
                    .select("input").eachAttr("value"));
            assertTrue(shown.toString(), shown.contains(character == 0xB || character == 0xC ? "an d" : "and"));
        }
    }

    /** A new workflow with this gate before its transition, used by a project. */
    private static String gated(String name, Map<String, String[]> form) {
        String workflow = name + "-" + wired.jira.workflows().all().size();
        GatedWorkflow.named(wired, workflow).gate(CREATED, form).usedBy("RISK");
        return workflow;
    }

    private static void clear(IssueRow issue, String... fields) {
        IssueInput nothing = new IssueInput();
        List.of(fields).forEach(field -> nothing.set(field, ""));
        Outcome outcome = wired.jira.issues().update("lead", issue.id(), nothing);
        assertTrue(outcome.toString(), outcome.done());
    }

    private static String xml(String workflow) {
        return wired.jira.workflows().byName(workflow, false).orElseThrow().xml();
    }

    private static String day() {
        return wired.jira.clock().instant().atZone(java.time.ZoneOffset.UTC).toLocalDate().plusDays(7).toString();
    }
}
