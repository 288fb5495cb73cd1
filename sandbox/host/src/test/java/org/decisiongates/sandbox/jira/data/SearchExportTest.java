package org.decisiongates.sandbox.jira.data;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.Test;

import org.decisiongates.sandbox.jira.model.ChangeItemRow;
import org.decisiongates.sandbox.jira.model.FieldRow;
import org.decisiongates.sandbox.jira.model.FieldType;
import org.decisiongates.sandbox.jira.model.Fixture;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;

public class SearchExportTest {

    private final SandboxJira jira = Fixture.onH2().jira;

    @Test
    public void takesAnIssueWithPeopleHistoryCommentsAndLinks() {
        FieldRow owner = jira.fields().create("Owner", "", FieldType.USERPICKER, "");
        ImportReport report = load("""
                {"expand": "names", "issues": [
                 {"id": "1", "key": "WEB-7", "fields": {
                  "summary": "Guest checkout", "issuetype": {"name": "Decision"}, "project": {"key": "WEB", "name": "Web"},
                  "status": {"name": "Weighed", "statusCategory": {"key": "indeterminate"}}, "priority": {"name": "High"},
                  "assignee": {"name": "Stranger", "displayName": "A stranger", "active": false}, "reporter": {"name": "lead"},
                  "created": "2026-11-01T09:00:00.000+0100", "updated": "2026-11-03T09:00:00.000+0000", "duedate": "2026-12-01",
                  "labels": ["handoff", "two words"], "customfield_77": {"name": "owner"}, "customfield_78": "lost", "votes": {"votes": 3},
                  "comment": {"comments": [{"author": {"name": "lead"}, "body": "Yes", "created": "2026-11-02T09:00:00.000+0000"}]},
                  "issuelinks": [{"type": {"name": "Blocks", "inward": "is blocked by", "outward": "blocks"}, "outwardIssue": {"key": "WEB-8"}},
                                 {"type": {"name": "Blocks"}, "inwardIssue": {"key": "GONE-1"}}]},
                  "changelog": {"histories": [{"author": {"name": "lead"}, "created": "2026-11-02T10:00:00.000+0000", "items": [
                    {"field": "status", "fieldtype": "jira", "from": "5", "fromString": "Open", "to": "6", "toString": "Weighed"},
                    {"field": "duedate", "fieldtype": "jira", "from": "2026-11-30", "fromString": "2026-11-30 00:00:00.0", "to": "2026-12-01", "toString": "2026-12-01 00:00:00.0"}]}]}},
                 {"key": "WEB-8", "fields": {"summary": "Later", "issuetype": {"name": "Task"}, "status": {"name": "Open"}}}],
                 "names": {"customfield_77": "Owner", "customfield_78": "Colour"}}""", 10);
        assertEquals(2, report.issues());
        assertEquals(1, report.links());
        IssueRow issue = jira.issues().byKey("WEB-7").orElseThrow();
        assertEquals("2026-12-11", issue.dueDate());
        assertEquals("2026-11-11T08:00:00Z", issue.created().toString());
        assertEquals(List.of("owner"), issue.values(owner.id()));
        assertEquals(List.of("handoff"), issue.labels());
        assertFalse(jira.users().byName("stranger").orElseThrow().active());
        String weighed = jira.statuses().byName("Weighed").orElseThrow().id();
        assertEquals(List.of(new ChangeItemRow("jira", "status", "1", "Open", weighed, "Weighed"),
                new ChangeItemRow("jira", "duedate", "2026-12-10", "2026-12-10 00:00:00.0", "2026-12-11", "2026-12-11 00:00:00.0")),
                jira.history().of(issue.id()).get(0).items());
        assertEquals("Yes", jira.comments().of(issue.id()).get(0).body());
        assertEquals("the next issue takes the next number", 9, next("WEB"));
        String text = report.toString();
        for (String part : List.of("label that Jira would not take", "custom field 'Colour'", "field 'votes'", "GONE-1",
                "can be read but not moved")) {
            assertTrue(text, text.contains(part));
        }
    }

    @Test
    public void leavesOutWhatIsNoIssueAndSaysSo() {
        ImportReport report = load("""
                {"issues": [null, 5, {}, {"key": "drop table", "fields": {}}, {"key": "A-0", "fields": {}}, {"key": "WEB-1"},
                 {"key": "WEB-2", "fields": {"summary": "  ", "issuetype": {"name": "Task"}, "status": {"name": "Open"}}},
                 {"key": "WEB-3", "fields": {"summary": "No type", "status": {"name": "Open"}}},
                 {"key": "WEB-4", "fields": {"summary": "<script>alert(1)</script>", "issuetype": {"name": "Task"}, "status": {"name": "Open"},
                   "duedate": "soon", "created": "yesterday", "assignee": {}, "labels": "none", "comment": [], "issuelinks": {"type": 1},
                   "priority": {"name": "Cosmic"}, "resolution": "Done"}, "changelog": {"histories": [{}, {"items": "x"}]}},
                 {"key": "WEB-4", "fields": {"summary": "Twice", "issuetype": {"name": "Task"}, "status": {"name": "Open"}}}]}""", 0);
        assertEquals(report.toString(), 1, report.issues());
        assertEquals("<script>alert(1)</script>", jira.issues().byKey("WEB-4").orElseThrow().summary());
        for (String part : List.of("WEB-4: it exists already", "WEB-1: it has no fields", "WEB-2: it lacks a summary", "priority 'Cosmic'",
                "the date 'soon'")) {
            assertTrue(report.toString(), report.toString().contains(part));
        }
    }

    @Test
    public void cutsTextThatJiraCouldNotHold() {
        ImportReport report = load(
                "{\"issues\": [{\"key\": \"WEB-1\", \"fields\": {\"summary\": \"" + "s".repeat(400) + "\", \"description\": \""
                        + "d".repeat(1_000_000) + "\\u0000\", \"issuetype\": {\"name\": \"Task\"}, \"status\": {\"name\": \"Open\"}}}]}",
                0);
        assertEquals(report.toString(), 1, report.issues());
        assertEquals(32767, jira.issues().byKey("WEB-1").orElseThrow().description().length());
        assertEquals(2, report.skipped().size());
    }

    @Test
    public void keepsWhatCameBeforeTheDamage() {
        ImportReport report = load(
                "{\"issues\": [{\"key\": \"WEB-1\", \"fields\": {\"summary\": \"One\", \"issuetype\": {\"name\": \"Task\"},"
                        + " \"status\": {\"name\": \"Open\"}}},\n {\"key\": \"WEB-2\", ",
                0);
        assertEquals(1, report.issues());
        assertTrue(report.stopped(), report.stopped().contains("not JSON from line 2 on"));
        assertTrue(jira.issues().byKey("WEB-1").isPresent());
    }

    @Test
    public void saysThatAFileIsNoExport() {
        for (String text : List.of("", "[]", "{}", "{\"issues\": 3}", "hello")) {
            assertFalse(text, load(text, 0).stopped().isEmpty());
        }
        assertTrue(new SearchExport(jira, () -> null, SampleTime.days(0)).load().stopped().contains("not there"));
    }

    @Test
    public void takesTheSampleWhole() {
        for (String name : List.of("stakeholder")) {
            jira.users().create(name, name, name + "@example.com", name);
        }
        ImportReport report = new SearchExport(jira, () -> FirstData.class.getResourceAsStream("/sample/storefront.json"),
                SampleTime.days(3)).load();
        assertEquals(69, report.issues());
        assertEquals(report.toString(), "", report.stopped());
    }

    private long next(String project) {
        return jira.issues().create("admin", new org.decisiongates.sandbox.jira.model.IssueInput().set("summary", "Next")
                .set("project", String.valueOf(jira.projects().byKey(project).orElseThrow().id()))
                .set("issuetype", jira.issueTypes().byName("Task").orElseThrow().id())).issue().orElseThrow().number();
    }

    private ImportReport load(String json, long shift) {
        return new SearchExport(jira, () -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), SampleTime.days(shift)).load();
    }
}
