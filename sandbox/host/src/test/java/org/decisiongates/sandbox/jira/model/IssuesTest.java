package org.decisiongates.sandbox.jira.model;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class IssuesTest {

    private final Fixture box;
    private final Issues issues;

    public IssuesTest(Fixture.Kind database) {
        box = Fixture.on(database);
        issues = box.jira.issues();
    }

    @Parameters(name = "{0}")
    public static Fixture.Kind[] databases() {
        return Fixture.Kind.values();
    }

    @Test
    public void createsAnIssueInTheFirstStepOfItsWorkflow() {
        IssueRow issue = box.issue("Checkout drops the voucher");
        assertEquals("SHOP-1", issue.key());
        assertEquals("1", issue.statusId());
        assertEquals("lead", issue.creatorKey());
        assertEquals(List.of("4", "5", "2"), issues.transitions("lead", issue).stream().map(row -> String.valueOf(row.id())).toList());
        assertTrue("a new issue has no history", box.jira.history().of(issue.id()).isEmpty());
    }

    @Test
    public void movesAnIssueAndWritesWhatChanged() {
        IssueRow issue = box.issue("Checkout drops the voucher");
        box.clock.forward(Duration.ofMinutes(5));
        String done = box.jira.resolutions().byName("Done").orElseThrow().id();
        Outcome outcome = issues.transition("owner", issue.id(), 5,
                new IssueInput().set("resolution", done).set("assignee", "owner").comment("so be it"));
        assertTrue(outcome.toString(), outcome.done());
        IssueRow now = outcome.issue().orElseThrow();
        assertEquals("5", now.statusId());
        assertEquals(box.clock.instant(), now.resolved());
        List<ChangeRow> history = box.jira.history().of(issue.id());
        assertEquals(1, history.size());
        assertEquals("owner", history.get(0).authorKey());
        assertEquals(List.of(new ChangeItemRow("jira", "resolution", null, null, done, "Done"),
                new ChangeItemRow("jira", "assignee", null, null, "owner", "Owner"),
                new ChangeItemRow("jira", "status", "1", "Open", "5", "Resolved")), history.get(0).items());
        assertEquals("so be it", box.jira.comments().of(issue.id()).get(0).body());
    }

    @Test
    public void offersNothingToSomebodyWhoMayOnlyRead() {
        IssueRow issue = box.issue("Checkout drops the voucher");
        assertTrue(issues.transitions("reader", issue).isEmpty());
        assertEquals(400, issues.transition("reader", issue.id(), 4, new IssueInput()).reason());
        assertEquals(404, issues.transition("outsider", issue.id(), 4, new IssueInput()).reason());
        assertEquals(403, issues.update("reader", issue.id(), new IssueInput().set("summary", "mine")).reason());
    }

    @Test
    public void refusesWhatAFieldCannotHold() {
        IssueRow issue = box.issue("Checkout drops the voucher");
        Outcome outcome = issues.update("lead", issue.id(), new IssueInput().set("summary", "").set("duedate", "soon")
                .set("assignee", "former").set("reporter", "nobody").set("labels", List.of("two words"))
                .set("description", "x".repeat(1_000_000))
                .set("priority", "99").set("customfield_1", "x"));
        assertEquals(List.of("summary", "duedate", "assignee", "reporter", "labels", "description", "priority", "customfield_1"),
                List.copyOf(outcome.errors().keySet()));
        assertEquals(issue, issues.byId(issue.id()).orElseThrow());
    }

    @Test
    public void changesOnlyWhatIsNamed() {
        IssueRow issue = box.created(box.input().set("summary", "One").set("duedate", "2026-11-30").set("labels", List.of("a", "b")));
        Outcome outcome = issues.update("lead", issue.id(), new IssueInput().set("duedate", "").set("labels", List.of("b", "c")));
        assertTrue(outcome.toString(), outcome.done());
        assertEquals("One", outcome.issue().orElseThrow().summary());
        assertEquals(List.of(new ChangeItemRow("jira", "duedate", "2026-11-30", "2026-11-30 00:00:00.0", null, null),
                new ChangeItemRow("jira", "labels", null, "a b", null, "b c")), box.jira.history().of(issue.id()).get(0).items());
        assertFalse(issues.update("lead", issue.id(), new IssueInput().set("labels", List.of("b", "c"))).issue().isEmpty());
        assertEquals("an edit that changes nothing leaves no trace", 1, box.jira.history().of(issue.id()).size());
    }

    @Test
    public void linksBothWaysAndWritesBothHistories() {
        IssueRow one = box.issue("One");
        IssueRow two = box.issue("Two");
        long blocks = box.jira.links().typesNamed("blocks").get(0).id();
        assertTrue(issues.link("lead", blocks, one.id(), two.id()).done());
        assertEquals(new ChangeItemRow("jira", "Link", null, null, "SHOP-2", "This issue blocks SHOP-2"),
                box.jira.history().of(one.id()).get(0).items().get(0));
        assertEquals(new ChangeItemRow("jira", "Link", null, null, "SHOP-1", "This issue is blocked by SHOP-1"),
                box.jira.history().of(two.id()).get(0).items().get(0));
        assertEquals(1, box.jira.links().inward(two.id()).size());
    }

    @Test
    public void saysReadablyThatAWorkflowIsDamagedAndLeavesOthersAlone() {
        IssueRow task = box.issue("One");
        box.jira.workflows().create("admin", "other", "", Defaults.resource("/workflow/jira.xml"));
        WorkflowSchemeRow scheme = box.jira.workflows().createScheme("two", "", "jira", Map.of(box.type("Bug"), "other"));
        box.jira.projects().useWorkflowScheme(box.project.id(), scheme.id());
        IssueRow bug = box.created(box.input().set("issuetype", box.type("Bug")).set("summary", "Two"));
        box.jira.workflows().store("admin", "other", false, "", "<nonsense/>");
        Outcome outcome = issues.transition("lead", bug.id(), 4, new IssueInput());
        assertEquals(500, outcome.reason());
        assertTrue(outcome.toString(), outcome.messages().get(0).startsWith("Workflow 'other' is damaged: "));
        assertTrue(issues.transition("lead", task.id(), 4, new IssueInput()).done());
        assertTrue(issues.update("lead", bug.id(), new IssueInput().set("summary", "Still editable")).done());
    }

    @Test
    public void aClassNoAppBringsFailsTheTransition() {
        IssueRow issue = box.issue("One");
        String xml = Defaults.resource("/workflow/jira.xml").replaceFirst("<action id=\"4\" name=\"Start Progress\">",
                "<action id=\"4\" name=\"Start Progress\"><validators><validator type=\"class\"><arg name=\"class.name\">gone.Validator</arg>"
                        + "<arg name=\"full.module.key\">gone.appgate</arg></validator></validators>");
        box.jira.workflows().store("admin", "jira", false, "", xml);
        Outcome outcome = issues.transition("lead", issue.id(), 4, new IssueInput());
        assertEquals(500, outcome.reason());
        assertTrue(outcome.toString(), outcome.messages().get(0).contains("gone.Validator"));
        assertEquals("1", issues.byId(issue.id()).orElseThrow().statusId());
    }

    @Test
    public void keepsNothingOfATransitionWhoseLastFunctionFails() {
        IssueRow issue = box.issue("One");
        String xml = Defaults.resource("/workflow/jira.xml").replaceFirst("<arg name=\"eventTypeId\">11</arg></function>",
                "<arg name=\"eventTypeId\">11</arg></function><function type=\"class\"><arg name=\"class.name\">gone.Function</arg></function>");
        box.jira.workflows().store("admin", "jira", false, "", xml);
        Outcome outcome = issues.transition("lead", issue.id(), 4, new IssueInput().comment("never seen"));
        assertEquals(500, outcome.reason());
        assertEquals(issue, issues.byId(issue.id()).orElseThrow());
        assertTrue(box.jira.comments().of(issue.id()).isEmpty());
        assertTrue(box.jira.history().of(issue.id()).isEmpty());
        assertEquals(List.of("4", "5", "2"), issues.transitions("lead", issue).stream().map(row -> String.valueOf(row.id())).toList());
    }

    @Test
    public void wordsChangesOfCustomFieldsAsJiraDoes() {
        FieldRow owner = box.jira.fields().create("Owner", "", FieldType.USERPICKER, "");
        FieldRow answer = box.jira.fields().create("Answer", "", FieldType.SELECT, "");
        OptionRow yes = box.jira.fields().addOption(answer.id(), "Yes");
        FieldRow day = box.jira.fields().create("Review", "", FieldType.DATEPICKER, "");
        FieldRow points = box.jira.fields().create("Points", "", FieldType.FLOAT, "");
        IssueRow issue = box.issue("One");
        IssueInput input = new IssueInput().offScreen(IssueInput.OffScreen.ACCEPTED).set(owner.id(), "owner")
                .set(answer.id(), String.valueOf(yes.id())).set(day.id(), "22/Nov/26").set(points.id(), "5.0");
        assertTrue(issues.update("lead", issue.id(), input).done());
        assertEquals(List.of(new ChangeItemRow("custom", "Owner", null, null, "owner", "Owner"),
                new ChangeItemRow("custom", "Answer", null, null, String.valueOf(yes.id()), "Yes"),
                new ChangeItemRow("custom", "Review", null, null, "2026-11-22", "22/Nov/26"),
                new ChangeItemRow("custom", "Points", null, null, null, "5")), box.jira.history().of(issue.id()).get(0).items());
    }

    @Test
    public void aFieldOfOtherTypesIsNotOnTheForm() {
        FieldRow field = box.jira.fields().create("Of bugs", "", FieldType.TEXTFIELD, "", List.of(box.type("Bug")));
        box.jira.screens().addField(box.jira.screens().byId(1).orElseThrow().tabs().get(0).id(), field.id());
        IssueRow issue = box.issue("One");
        assertFalse(box.jira.forms().editForm(issue).stream().anyMatch(shown -> shown.field().id().equals(field.id())));
        assertEquals(List.of(field.id()),
                List.copyOf(issues.update("lead", issue.id(), new IssueInput().set(field.id(), "x")).errors().keySet()));
    }

    @Test
    public void storesMarkupAndOddCharactersAsTyped() {
        String odd = "<script>alert('x')</script> ' \" \\ % _ \u00e9\u4e2d\ud83d\ude00";
        IssueRow issue = box.created(box.input().set("summary", odd).set("description", odd));
        assertEquals(odd, issues.byId(issue.id()).orElseThrow().summary());
        assertEquals(odd, issues.byId(issue.id()).orElseThrow().description());
    }

    @Test
    public void deletesAnIssueWithAllThatHangsOnIt() {
        IssueRow one = box.issue("One");
        IssueRow two = box.issue("Two");
        issues.link("lead", box.jira.links().typesNamed("blocks").get(0).id(), one.id(), two.id());
        issues.comment("lead", one.id(), "Hello");
        assertTrue(issues.delete("lead", one.id()).done());
        assertTrue(issues.byId(one.id()).isEmpty());
        assertTrue(box.jira.links().inward(two.id()).isEmpty());
        assertEquals("SHOP-3", box.issue("Three").key());
    }
}
