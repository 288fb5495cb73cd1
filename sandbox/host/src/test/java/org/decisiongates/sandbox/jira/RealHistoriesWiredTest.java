package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.jira.model.ChangeItemRow;
import org.decisiongates.sandbox.jira.model.FieldRow;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.LinkTypeRow;
import org.decisiongates.sandbox.jira.model.StatusCategory;
import org.decisiongates.sandbox.jira.model.StatusRow;
import org.decisiongates.sandbox.jira.web.Browser;

/**
 * Histories as Jiras that real people use hold them, on the built jar: each ends where Jira says the issue is, and the week counts it so.
 */
@RunWith(Parameterized.class)
public class RealHistoriesWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String SUMMARY = "/rest/decision-gates/1.0/summary?project=SHOP";
    private static final String ADMIN_PAGE = "/plugins/servlet/decision-gates/admin";
    private static final String RENAME = "#decision-gates-rename-owner";
    private static WiredJira wired;

    public RealHistoriesWiredTest(Options.Database database) {
        BOXES.on(database, () -> wired = WiredJira.start(BOXES, database));
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Test
    public void stepsOfOneEntryOfOneMomentAndOfTwoClocksAllEndWhereTheIssueIs() throws Exception {
        Instant noon = wired.jira.clock().instant().minus(Duration.ofMinutes(20));
        IssueRow oneEntry = decision("Two steps in one entry");
        append(oneEntry, noon, status("Draft", "In review"), status("In review", "Decided"));
        IssueRow oneMoment = decision("Two entries in one millisecond, the later with the smaller id");
        append(oneMoment, noon, status("In review", "Decided"));
        append(oneMoment, noon, status("Draft", "In review"));
        IssueRow twoClocks = decision("Two nodes whose clocks are four minutes apart");
        append(twoClocks, noon, status("In review", "Decided"));
        append(twoClocks, noon.plus(Duration.ofMinutes(4)), status("Draft", "In review"));
        IssueRow deleted = decision("A status that was deleted since");
        StatusRow parked = wired.jira.statuses().create("Parked", "", StatusCategory.NEW);
        append(deleted, noon, new ChangeItemRow("jira", "status", status("Draft"), "Draft", parked.id(), "Parked"));
        append(deleted, noon.plusSeconds(60), new ChangeItemRow("jira", "status", parked.id(), "Parked", status("Decided"), "Decided"));
        wired.jira.statuses().delete(parked.id());
        List<IssueRow> all = List.of(oneEntry, oneMoment, twoClocks, deleted);
        all.forEach(issue -> stands(issue, "Decided"));

        assertEquals(List.of(":0:CREATED DRAFT", ":PHASE DRAFT>IN_REVIEW", ":PHASE#1 IN_REVIEW>DECIDED"), rows(oneEntry));
        assertEquals(List.of(":0:CREATED DRAFT", ":PHASE DRAFT>IN_REVIEW", ":PHASE IN_REVIEW>DECIDED"), sorted(rows(oneMoment)));
        assertEquals(List.of(":0:CREATED DRAFT", ":PHASE DRAFT>IN_REVIEW", ":PHASE IN_REVIEW>DECIDED"), sorted(rows(twoClocks)));
        JsonNode summary = wired.get("lead", SUMMARY).json();
        List<String> closed = keys(summary, "closures");
        for (IssueRow issue : all) {
            assertTrue(issue.summary() + " is not among " + closed, closed.contains(issue.key()));
        }
        assertEquals(OpenModel.of(wired, "SHOP", "lead").decisions().size(), summary.at("/decisions/total").asInt());
        int before = all.stream().mapToInt(issue -> rows(issue).size()).sum();
        reconcile();
        assertEquals("told again, nothing is added", before, all.stream().mapToInt(issue -> rows(issue).size()).sum());
    }

    @Test
    public void anIssueThatStandsElsewhereThanItsHistoryEndsIsCorrectedAndTheNumberSaysSo() throws Exception {
        IssueRow imported = decision("Imported without its history");
        stands(imported, "Decided");

        assertEquals(List.of(":0:CREATED DECIDED"), rows(imported));
        IssueRow edited = decision("Changed in the database");
        stands(edited, "Draft");
        assertEquals(List.of(":0:CREATED DRAFT"), rows(edited));
        long decided = closed(wired.get("lead", SUMMARY).json());
        changePastJira(edited, "Decided", Duration.ofMinutes(5));
        reconcile();
        assertEquals("may be in the middle of a change", List.of(":0:CREATED DRAFT"), rows(edited));
        changePastJira(edited, "Decided", Duration.ofMinutes(12));
        reconcile();
        reconcile();
        assertEquals(List.of(":0:CREATED DRAFT", ":correction-1:PHASE DRAFT>DECIDED"), rows(edited));
        JsonNode summary = wired.get("lead", SUMMARY).json();
        assertEquals(decided + 1, closed(summary));
        assertTrue(figure(summary, "decision-closure-rate").path("corrected").asLong() >= 1);
        assertEquals(OpenModel.of(wired, "SHOP", "lead").decisions().size(), summary.at("/decisions/total").asInt());
    }

    @Test
    public void fieldsLinksAndPeopleAreKnownByEveryNameTheyHad() {
        IssueRow blocker = wired.decision("Stands in the way");
        IssueRow issue = decision("Renamed around it");
        FieldRow owner = wired.jira.fields().byId(wired.field("Owner")).orElseThrow();
        LinkTypeRow blocks = wired.jira.links().typesNamed("Blocks").get(0);
        Instant noon = wired.jira.clock().instant().minus(Duration.ofMinutes(20));
        wired.jira.users().create("renamed", "Renata Renamed", "renata@example.com", "renamed");
        wired.jira.users().rename("renamed", "renata");
        try {
            append(issue, noon, custom("Owner", null, null, "renata", "Renata Renamed"));
            wired.jira.fields().update(owner.id(), "Verantwortlich", owner.description(), owner.searcherKey());
            wired.jira.links().updateType(blocks.id(), "Blockiert", "wird blockiert von", "blockiert");
            reconcile();
            append(issue, noon.plusSeconds(60), custom("Verantwortlich", "renamed", "Renata Renamed", "lead", "Lead"));
            append(issue, noon.plusSeconds(120), link("Dieser Vorgang wird blockiert von ", blocker));
            append(issue, noon.plusSeconds(180), link("This issue is blocked by ", blocker));
            append(issue, noon.plusSeconds(240), link("This issue relates to ", blocker));
            FieldRow foreign = wired.jira.fields().create("Owner", "Another app's", owner.type(), owner.searcherKey());
            append(issue, noon.plusSeconds(300), custom("Owner", null, null, "owner", "Owner"));
            wired.jira.issues().update("lead", issue.id(), new IssueInput().set("summary", "Renamed around it, and touched"));
            set(issue, owner.id(), "lead");
            touched(issue, Duration.ZERO);
            forget(issue);
            reconcile();
            wired.jira.fields().delete(foreign.id());
        } finally {
            wired.jira.fields().update(owner.id(), owner.name(), owner.description(), owner.searcherKey());
            wired.jira.links().updateType(blocks.id(), blocks.name(), blocks.inward(), blocks.outward());
        }
        assertEquals(
                List.of(":0:CREATED DRAFT", ":LINK:" + blocker.id() + " >" + blocker.key(), ":LINK:" + blocker.id() + " >" + blocker.key(),
                        ":OWNER >renamed", ":OWNER renamed>lead"),
                sorted(rows(issue)));
    }

    @Test
    public void anAdministratorRenamesTheFieldOfOwnersAndNothingIsLost() throws Exception {
        FieldRow owner = wired.jira.fields().byId(wired.field("Owner")).orElseThrow();
        IssueRow issue = decision("Renamed by an administrator");
        Browser browser = Browser.as(wired.box.baseUrl(), "admin").confirmed("admin");
        browser.open(ADMIN_PAGE);
        assertTrue("a new installation has nothing to rename", browser.page.select(RENAME).isEmpty());
        FieldRow other = wired.jira.fields().create("owner", "A customer's own", owner.type(), owner.searcherKey());
        wired.jira.fields().update(owner.id(), "Decision owner", owner.description(), owner.searcherKey());
        try {
            append(issue, wired.jira.clock().instant().minus(Duration.ofMinutes(20)), custom("Decision owner", null, null, "lead", "Lead"));
            browser.open(ADMIN_PAGE);
            assertTrue(browser.text(RENAME), browser.text(RENAME).contains("\u201COwner (Decision Gates)\u201D"));
            browser.submit(RENAME, "rename-owner", "Rename");

            FieldRow renamed = wired.jira.fields().byId(owner.id()).orElseThrow();
            assertEquals("a customer's field has the shorter name", "Owner (Decision Gates)", renamed.name());
            assertEquals(List.of(owner.description(), owner.searcherKey(), owner.issueTypeIds()),
                    List.of(renamed.description(), renamed.searcherKey(), renamed.issueTypeIds()));
            assertTrue("it is offered once", browser.page.select(RENAME).isEmpty());
            append(issue, wired.jira.clock().instant().minus(Duration.ofMinutes(19)),
                    custom("Owner (Decision Gates)", "lead", "Lead", "owner", "Tom Keller"));
            set(issue, owner.id(), "owner");
            touched(issue, Duration.ZERO);
            forget(issue);
            reconcile();
            assertEquals(List.of(":0:CREATED DRAFT", ":OWNER >lead", ":OWNER lead>owner"), sorted(rows(issue)));
        } finally {
            wired.jira.fields().delete(other.id());
            wired.jira.fields().update(owner.id(), owner.name(), owner.description(), owner.searcherKey());
        }
    }

    @Test
    public void aTypeIsKnownByTheNamesItHadWhenIssuesWereLinkedAndUnlinked() {
        IssueRow blocker = wired.decision("Stands in the way under a name of a minute");
        IssueRow issue = decision("Linked before its type was renamed twice");
        LinkTypeRow blocks = wired.jira.links().typesNamed("Blocks").get(0);
        reconcile();
        try {
            wired.jira.links().updateType(blocks.id(), "Blocage", "est bloqué par", "bloque");
            wired.jira.links().create(blocks.id(), blocker.id(), issue.id(), "lead");
            wired.jira.links().updateType(blocks.id(), "Blocco", "è bloccato da", "blocca");
            wired.jira.links().delete(wired.jira.links().inward(issue.id()).get(0).id(), "lead");
            wired.jira.links().updateType(blocks.id(), blocks.name(), blocks.inward(), blocks.outward());
            reconcile();
        } finally {
            wired.jira.links().updateType(blocks.id(), blocks.name(), blocks.inward(), blocks.outward());
        }
        assertEquals(
                List.of(":0:CREATED DRAFT", ":LINK:" + blocker.id() + " >" + blocker.key(),
                        ":LINK:" + blocker.id() + " " + blocker.key() + ">"),
                sorted(rows(issue)));
    }

    @Test
    public void aLinkOfWhichTheHistoryTellsInUnknownWordsIsFoundByTheIdOfItsType() {
        IssueRow blocker = wired.decision("Stands in the way of another one");
        IssueRow issue = decision("Linked in another language");
        wired.jira.links().create(wired.jira.links().typesNamed("Blocks").get(0).id(), blocker.id(), issue.id(), "lead");
        wired.box.box().jdbc().sql(
                "update jira_change_item set new_string = ? where new_value = ? and group_id in (select id from "
                        + "jira_change_group where issue_id = ?)")
                .param("Este asunto lo bloquea " + blocker.key()).param(blocker.key()).param(issue.id()).update();
        reconcile();
        assertEquals("may be in the middle of a change", List.of(":0:CREATED DRAFT"), rows(issue));
        touched(issue, Duration.ofMinutes(12));
        reconcile();
        reconcile();
        assertEquals(List.of(":0:CREATED DRAFT", ":correction-1:LINK:" + blocker.id() + " >" + blocker.key()), rows(issue));
    }

    /** A Decision that is half an hour old and of which the journal knows nothing. */
    private static IssueRow decision(String summary) {
        IssueRow issue = wired.decision(summary);
        long created = wired.jira.clock().instant().minus(Duration.ofMinutes(30)).toEpochMilli();
        wired.box.box().jdbc().sql("update jira_issue set created = ? where id = ?").param(created).param(issue.id()).update();
        return issue;
    }

    private static void stands(IssueRow issue, String status) {
        wired.box.box().jdbc().sql("update jira_issue set status = ? where id = ?").param(status(status)).param(issue.id()).update();
        touched(issue, Duration.ZERO);
        forget(issue);
        reconcile();
    }

    private static void changePastJira(IssueRow issue, String status, Duration ago) {
        wired.box.box().jdbc().sql("update jira_issue set status = ? where id = ?").param(status(status)).param(issue.id()).update();
        touched(issue, ago);
    }

    private static void touched(IssueRow issue, Duration ago) {
        wired.box.box().jdbc().sql("update jira_issue set updated = ? where id = ?")
                .param(wired.jira.clock().instant().minus(ago).toEpochMilli())
                .param(issue.id()).update();
    }

    private static void forget(IssueRow issue) {
        wired.box.box().jdbc().sql("delete from \"" + wired.proof().table() + "\" where \"ISSUE_ID\" = ?").param(issue.id()).update();
    }

    private static void set(IssueRow issue, String field, String value) {
        wired.box.box().jdbc().sql("delete from jira_issue_value where issue_id = ? and field_id = ?").param(issue.id()).param(field)
                .update();
        wired.box.box().jdbc().sql("insert into jira_issue_value (issue_id, field_id, seq, text_value) values (?, ?, 0, ?)")
                .param(issue.id()).param(field)
                .param(value).update();
    }

    private static void append(IssueRow issue, Instant at, ChangeItemRow... items) {
        wired.jira.history().append(issue.id(), "lead", at, List.of(items));
    }

    private static ChangeItemRow status(String from, String to) {
        return new ChangeItemRow("jira", "status", status(from), from, status(to), to);
    }

    private static ChangeItemRow custom(String field, String from, String fromText, String to, String toText) {
        return new ChangeItemRow("custom", field, from, fromText, to, toText);
    }

    private static ChangeItemRow link(String words, IssueRow other) {
        return new ChangeItemRow("jira", "Link", null, null, other.key(), words + other.key());
    }

    private static String status(String name) {
        return wired.jira.statuses().byName(name).orElseThrow().id();
    }

    private static void reconcile() {
        wired.runJob("reconcileJob");
    }

    /** What the journal says of an issue, without its id and the numbers of change groups. */
    private static List<String> rows(IssueRow issue) {
        return wired.box.box().jdbc()
                .sql("select \"CHANGE_KEY\", \"ITEM\", \"VALUE_BEFORE\", \"VALUE_AFTER\" from \"" + wired.proof().table()
                        + "\" where \"ISSUE_ID\" = ? order by \"AT_MILLIS\", \"CHANGE_KEY\"")
                .param(issue.id()).query((row, number) -> {
                    String name = row.getString(1).substring(row.getString(1).indexOf(':')).replaceFirst("^:[1-9][0-9]*(?=:)", "");
                    String after = row.getString(4) == null ? "" : row.getString(4);
                    return row.getString(2).equals("CREATED") ? name + " " + after.replaceAll("^phase=([A-Z_]+).*", "$1")
                            : name + " " + (row.getString(3) == null ? "" : row.getString(3)) + ">" + after;
                }).list();
    }

    private static List<String> sorted(List<String> rows) {
        return rows.stream().sorted().toList();
    }

    private static long closed(JsonNode summary) {
        return figure(summary, "decision-closure-rate").at("/secondaryFigures/closed").asLong();
    }

    private static JsonNode figure(JsonNode summary, String metric) {
        for (JsonNode row : summary.at("/figures/rows")) {
            if (row.path("metric").asText().equals(metric)) {
                return row;
            }
        }
        throw new AssertionError("no figure " + metric);
    }

    private static List<String> keys(JsonNode summary, String section) {
        List<String> keys = new ArrayList<>();
        summary.at("/" + section + "/rows").forEach(row -> keys.add(row.path("key").asText()));
        return keys;
    }
}
