package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Levels;
import org.decisiongates.sandbox.jira.model.Outcome;

/**
 * Issues of SHOP under a security level that only {@code lead} is granted, and two that were moved out of sight after their weeks were
 * frozen. Their titles, owners, fallbacks and impact lines hold a marker that nobody else may read anywhere.
 */
final class SecuredIssues {

    static final String MARKER = "xq7marker";

    private static final String REST = "/rest/decision-gates/1.0/";
    private static final String SUMMARY = REST + "summary?project=SHOP";
    private static final String LINE = "{'metric':'" + MARKER + " %s','unit':'" + MARKER
            + "','direction':'up','baseline':'3','expected':'%s','confidence':'0.5','check':'2026-01-02'}";
    private static final String JOB = "org.decisiongates.decision-gates.close-weeks";

    /** What is hidden under the level: ids by key. */
    final Map<String, Long> levelled = new LinkedHashMap<>();
    /** Keys, old ones and new ones, that only {@code lead} may read. */
    final Set<String> keys = new LinkedHashSet<>();
    /** What is moved: keys before and after, an issue with impact lines and one that only stands behind numbers. */
    final Map<String, String> moved = new LinkedHashMap<>();

    private final WiredJira wired;

    SecuredIssues(WiredJira wired) throws Exception {
        this.wired = wired;
        wired.jira.users().create("shadow", "Shadow " + MARKER, "shadow@example.com", "shadow");
        wired.jira.users().join("shadow", "storefront-team");
        long scheme = wired.jira.levels().createScheme("Levels");
        wired.jira.levels().create(scheme, "Few", List.of("storefront-leads"));
        wired.jira.levels().useScheme(project("SHOP"), scheme);
        JsonNode now = wired.get("lead", SUMMARY).json();
        JsonNode last = wired.get("lead", SUMMARY + "&week=last").json();
        hideLater("/closures", now);
        hideLater("/reopened", now);
        hideLater("/closures", last);
        hideLater("/reopened", last);
        hideLater("/decisions", now);
        hideLater("/blockers", now);
        create("Blocker");
        create("Decision");
        String away = List.of("SHOP-12", "SHOP-16", "SHOP-15", "SHOP-13", "SHOP-5", "SHOP-7").stream()
                .filter(key -> !levelled.containsKey(key)).findFirst().orElseThrow();
        mark(away);
        String behind = behind(last, away);
        mark(behind);
        keys.addAll(List.of(away, behind));
        estimate(away, "moved");
        for (String key : levelled.keySet()) {
            estimate(key, "levelled");
        }
        age();
        estimate(away, "moved, this week");
        assertFalse("a gate that refuses", wired.jira.issues().transition("lead", id(away), 11, new IssueInput()).done()
                && wired.jira.issues().transition("lead", id(away), 31, new IssueInput()).done());
        freezeAnew();
        assertTrue("the frozen week knows them", wired.get("lead", SUMMARY + "&week=last").body().contains(MARKER));
        assertTrue("and until they are hidden, everybody does", wired.get("reader", SUMMARY).body().contains(MARKER));
        for (long id : levelled.values()) {
            wired.jira.issues().transition("lead", id, 11, new IssueInput());
            hide(id);
        }
        wired.call("admin", "POST", REST + "projects/RISK/enable", WiredJira.JSON, "{}");
        for (String key : List.of(away, behind)) {
            IssueRow row = wired.jira.issues().byKey(key).orElseThrow();
            Outcome gone = wired.jira.issues().move("lead", row.id(), project("RISK"), row.issueTypeId());
            assertTrue(gone.toString(), gone.done());
            moved.put(key, gone.issue().orElseThrow().key());
            keys.add(moved.get(key));
        }
    }

    /** A key that a number of the week rests on, and no list of it names. */
    private String behind(JsonNode week, String other) {
        List<String> listed = List.of("closures", "reopened", "blockers", "decisions").stream()
                .flatMap(name -> week.at("/" + name + "/rows").findValuesAsText("key").stream()).toList();
        for (JsonNode figure : week.at("/figures/rows")) {
            for (JsonNode key : figure.at("/issues")) {
                if (!listed.contains(key.asText()) && !levelled.containsKey(key.asText()) && !key.asText().equals(other)) {
                    return key.asText();
                }
            }
        }
        throw new AssertionError("no number rests on an issue that is not listed: " + week.get("figures"));
    }

    /** The body holds neither the marker nor a key; of the project it was moved to an administrator may read. */
    void assertHoldsNothing(String who, String where, String body) {
        boolean seesRisk = who != null && who.equals("admin");
        // one look at a body for all keys: there are thousands of bodies
        Matcher named = Pattern.compile("\\b(" + String.join("|", seesRisk ? levelled.keySet() : keys) + ")\\b").matcher(body);
        assertFalse(where + " tells " + who + " of a hidden issue: " + body, named.find());
        if (!seesRisk || where.contains("SHOP") && !where.contains("SHOP%2C") || where.contains("page")) {
            int at = body.indexOf(MARKER);
            assertTrue(where + " tells " + who + ": "
                    + (at < 0 ? "" : body.substring(Math.max(0, at - 200), Math.min(body.length(), at + 100))), at < 0);
        }
    }

    private void hideLater(String section, JsonNode summary) {
        for (JsonNode row : summary.at(section + "/rows")) {
            String key = row.get("key").asText();
            if (!levelled.containsKey(key)) {
                mark(key);
                levelled.put(key, id(key));
                keys.add(key);
                return;
            }
        }
    }

    private void mark(String key) {
        // what is settled cannot be edited in Jira
        wired.box.box().jdbc().sql("update jira_issue set summary = ? where issue_key = ?").param(MARKER + " of " + "what was known")
                .param(key).update();
    }

    IssueRow create(String type) {
        IssueInput input = new IssueInput().set("summary", MARKER + " as " + type).set("duedate", TestTime.today().plusDays(1).toString())
                .set(wired.field("Owner"), "shadow").offScreen(IssueInput.OffScreen.ACCEPTED);
        for (String field : List.of("Acceptance criteria", "Question and options", "Trade-offs", "Fallback plan",
                "Expected customer impact")) {
            input.set(wired.field(field), MARKER + " in " + field);
        }
        IssueRow row = wired.create("SHOP", type, input);
        levelled.put(row.key(), row.id());
        keys.add(row.key());
        return row;
    }

    private void estimate(String key, String metric) throws Exception {
        Reply reply = wired.post("lead", REST + "issue/" + key + "/impact-lines", LINE.formatted(metric, "4"));
        // what is settled has no lines any more
        assertTrue(key + ": " + reply.body(), reply.status() == 201 || reply.status() == 403);
    }

    void hide(long id) {
        setLevel(id, "Few");
    }

    void setLevel(long id, String level) {
        wired.box.box().jdbc().sql("delete from jira_issue_value where issue_id = ? and field_id = ?").param(id).param(Levels.FIELD)
                .update();
        if (!level.isEmpty()) {
            wired.box.box().jdbc().sql("insert into jira_issue_value (issue_id, field_id, seq, text_value) values (?, ?, 0, ?)").param(id)
                    .param(Levels.FIELD)
                    .param(String.valueOf(wired.jira.levels().named(level).get(0).id())).update();
        }
    }

    /** What was estimated so far was estimated last week. */
    private void age() {
        long then = TestTime.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(3)
                .atStartOfDay(wired.jira.clock().getZone())
                .toInstant().toEpochMilli();
        wired.box.box().jdbc().sql("update \"" + table("ISSUE_CHANGE") + "\" set \"AT_MILLIS\" = ? where \"ITEM\" = 'IMPACT'").param(then)
                .update();
    }

    private void freezeAnew() throws Exception {
        wired.box.box().jdbc().sql("delete from \"" + table("WEEK_SNAPSHOT") + "\"").update();
        wired.box.box().jdbc().sql("update sandbox_job set next_run = 0 where id = ?").param(JOB).update();
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertEquals(8, frozen()));
    }

    private int frozen() {
        return wired.box.box().jdbc().sql("select count(*) from \"" + table("WEEK_SNAPSHOT") + "\" where \"SCOPE\" = ?")
                .param("project:" + project("SHOP"))
                .query(Integer.class).single();
    }

    String table(String name) {
        return wired.box.box().jdbc().sql("select table_name from information_schema.tables where table_name like ?").param("AO%" + name)
                .query(String.class).single();
    }

    long project(String key) {
        return wired.jira.projects().byKey(key).orElseThrow().id();
    }

    private long id(String key) {
        return wired.jira.issues().byKey(key).orElseThrow().id();
    }
}
