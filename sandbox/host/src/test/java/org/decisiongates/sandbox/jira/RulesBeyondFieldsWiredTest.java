package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
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
import org.decisiongates.sandbox.jira.model.Permission;

/** Rules that read links and records, asked by the built jar at a transition. */
public class RulesBeyondFieldsWiredTest {

    private static final int START = 4;
    private static final int REVIEW = 11;
    private static final int SUPERSEDE = 92;

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

        assertTrue(refused, refused.contains("Open Decisions that block this: " + seen.key() + " (Draft). "));
        assertTrue(refused, refused.contains("that you cannot see: 1. "));
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

    @Test
    public void supersedesADecisionAndLinksItsSuccessorInOneStep() throws Exception {
        IssueRow before = wired.decision("Refunds by voucher");
        IssueRow after = wired.decision("Refunds by card");
        IssueRow unseen = wired.create("RISK", "Task", new IssueInput().set("summary", "No Decision"));
        assertEquals(Set.of(wired.field("Superseded by"), wired.field("Reason")), supersede(before, "", "").errors().keySet());
        for (Map.Entry<String, String> wrong : Map.of(before.key(), "A Decision cannot supersede itself.", "SHOP-99999",
                "There is no issue SHOP-99999 that you may see.", unseen.key(), unseen.key() + " is not a Decision.").entrySet()) {
            Outcome refused = supersede(before, wrong.getKey(), "Buyers refuse vouchers");
            assertEquals(Set.of(wired.field("Superseded by")), refused.errors().keySet());
            assertTrue(refused.toString(), refused.errors().get(wired.field("Superseded by")).startsWith(wrong.getValue()));
        }
        assertEquals(List.of(), links(before));

        Outcome done = supersede(before, " " + after.key().toLowerCase(Locale.ROOT) + " ", "Buyers refuse vouchers");
        assertTrue(done.toString(), done.done());
        assertEquals("Superseded", wired.status(before));
        assertEquals(List.of(after.id() + " supersedes"), links(before));
        wired.runJob("reconcileJob");
        assertEquals("in the journal", 1, changes(before, "SUCCESSOR"));

        Outcome circle = supersede(after, before.key(), "It was right after all");
        assertTrue(circle.toString(),
                circle.errors().get(wired.field("Superseded by")).startsWith(before.key() + " is itself superseded by this"));

        IssueRow linked = wired.decision("Refunds by coin");
        long type = wired.jira.links().typesNamed("Supersedes").get(0).id();
        wired.jira.links().create(type, after.id(), linked.id(), "lead");
        assertTrue(supersede(linked, after.key(), "Nobody pays by coin").done());
        assertEquals("linked before", List.of(after.id() + " supersedes"), links(linked));
        assertEquals("not without the permission", List.of(), linksOfOneSupersededBy(after));

        IssueRow last = wired.decision("Refunds by stamp");
        wired.jira.links().deleteType(type);
        Outcome without = supersede(last, after.key(), "Stamps are gone");
        assertFalse(without.done());
        assertTrue(without.toString(), WiredJira.messages(without).toString().contains("supersedes"));
        assertTrue(wired.get("admin", "/rest/decision-gates/1.0/health").body().contains("set-up.removed"));
    }

    /** By somebody who may not link; a link that is there needs no permission. */
    private static List<String> linksOfOneSupersededBy(IssueRow after) {
        IssueRow before = wired.decision("Refunds by barter");
        IssueRow linked = wired.decision("Refunds by cheque");
        wired.jira.links().create(wired.jira.links().typesNamed("Supersedes").get(0).id(), after.id(), linked.id(), "lead");
        List<String> groups = List.of("storefront-leads", "storefront-team");
        groups.forEach(group -> wired.jira.permissions().revoke(wired.id("SHOP"), Permission.LINK_ISSUES, group));
        try {
            Outcome refused = supersede(before, after.key(), "Nobody barters");
            assertEquals(Set.of(wired.field("Superseded by")), refused.errors().keySet());
            assertTrue(refused.toString(), refused.errors().get(wired.field("Superseded by")).contains("Link Issues"));
            Outcome done = supersede(linked, after.key(), "Nobody cashes cheques");
            assertTrue(done.toString(), done.done());
        } finally {
            groups.forEach(group -> wired.jira.permissions().grant(wired.id("SHOP"), Permission.LINK_ISSUES, group));
        }
        return links(before);
    }

    private static Outcome supersede(IssueRow issue, String by, String why) {
        return wired.jira.issues().transition("lead", issue.id(), SUPERSEDE, new IssueInput().set(wired.field("Superseded by"), by)
                .set(wired.field("Reason"), why).set("resolution", wired.jira.resolutions().byName("Done").orElseThrow().id()));
    }

    private static List<String> links(IssueRow issue) {
        return wired.jira.links().inward(issue.id()).stream().map(link -> link.sourceId() + " " + link.type().outward()).toList();
    }

    private static int changes(IssueRow issue, String item) {
        return wired.box.box().jdbc()
                .sql("select count(*) from \"" + wired.table("ISSUE_CHANGE") + "\" where \"ISSUE_ID\" = ? and \"ITEM\" = ?")
                .params(issue.id(), item).query(Integer.class).single();
    }

    private static Outcome move(String user, IssueRow issue, int transition) {
        return wired.jira.issues().transition(user, issue.id(), transition, new IssueInput());
    }

    private static void gate(String rule) {
        GatedWorkflow.named(wired, "Gate of " + rule).gate(START, Map.of("gate.rules", new String[] {rule})).usedBy("RISK");
    }
}
