package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Levels;
import org.decisiongates.sandbox.jira.model.Outcome;

/** Rules that read links and records, asked by the built jar at a transition. */
public class RulesBeyondFieldsWiredTest {

    private static final int START = 4;
    private static final int REVIEW = 11;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static WiredJira wired;

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
    }

    @Test
    public void refusesForAHiddenDecisionWithoutNamingIt() throws Exception {
        gate("no-open-blocking-decision");
        long scheme = wired.jira.levels().createScheme("Link levels");
        long few = wired.jira.levels().create(scheme, "Few of the links", List.of("storefront-readers")).id();
        wired.jira.levels().useScheme(wired.id("SHOP"), scheme);
        IssueRow hidden = wired.create("SHOP", "Decision", new IssueInput().set("summary", "Seen by few")
                .set(Levels.FIELD, String.valueOf(few)).offScreen(IssueInput.OffScreen.ACCEPTED));
        IssueRow seen = wired.decision("Seen by all");
        IssueRow free = wired.create("RISK", "Task", new IssueInput().set("summary", "Blocked by nothing"));
        IssueRow task = wired.create("RISK", "Task", new IssueInput().set("summary", "Blocked by two"));
        long blocks = wired.jira.links().typesNamed("Blocks").get(0).id();
        wired.jira.links().create(blocks, hidden.id(), task.id(), "lead");
        wired.jira.links().create(blocks, seen.id(), task.id(), "lead");
        wired.jira.links().create(blocks, free.id(), seen.id(), "lead");

        String refused = move("lead", task, START).toString();

        assertTrue(refused, refused.contains("blocking this: " + seen.key() + " (Draft). "));
        assertTrue(refused, refused.contains("that you may not see: 1. "));
        assertFalse(refused, refused.contains(hidden.key()));
        assertTrue("what an issue blocks does not block it", move("lead", free, START).done());
    }

    @Test
    public void countsACriterionThatIsRecorded() throws Exception {
        IssueRow decision = wired.create("SHOP", "Decision", new IssueInput().set("summary", "Has its criteria recorded")
                .set("duedate", TestTime.today().plusDays(3).toString()).set(wired.field("Owner"), "owner")
                .offScreen(IssueInput.OffScreen.ACCEPTED));
        assertEquals(Set.of(wired.field("Acceptance criteria")), move("owner", decision, REVIEW).errors().keySet());
        String rows = "/rest/decision-gates/1.0/issue/" + decision.key() + "/records/criterion";

        assertEquals(201, wired.post("owner", rows, "{'text':'TBD'}").status());
        assertEquals("a placeholder is none", Set.of(wired.field("Acceptance criteria")),
                move("owner", decision, REVIEW).errors().keySet());
        assertEquals(201, wired.post("owner", rows, "{'text':'Refunds reach the customer within 3 days'}").status());

        Outcome passed = move("owner", decision, REVIEW);
        assertTrue(passed.toString(), passed.done());
    }

    private static Outcome move(String user, IssueRow issue, int transition) {
        return wired.jira.issues().transition(user, issue.id(), transition, new IssueInput());
    }

    private static void gate(String rule) {
        GatedWorkflow.named(wired, "Gate of " + rule).gate(START, Map.of("gate.rules", new String[] {rule})).usedBy("RISK");
    }
}
