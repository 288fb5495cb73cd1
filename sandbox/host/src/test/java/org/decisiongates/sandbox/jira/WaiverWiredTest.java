package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.StatementLog;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Levels;
import org.decisiongates.sandbox.jira.model.Outcome;

/** A waiver at a transition whose gate is one of a policy: what it lets through, what it costs, and what the journal says. */
public class WaiverWiredTest {

    private static final String BASE = "/rest/decision-gates/1.0";
    private static final int GO = 4;
    private static final SteppedClock CLOCK = new SteppedClock();

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static WiredJira wired;

    @BeforeClass
    public static void start() throws Exception {
        JiraProduct product = new JiraProduct();
        wired = WiredJira.around(BOXES.start(product, BOXES.options().withClock(CLOCK), BuiltPlugin.jar()), product.jira());
        wired.awaitHistory();
        AppPolicies.of(wired.box).append(1, "{\"format\":1,\"key\":\"tasks\",\"name\":\"Tasks\",\"issueType\":\"decision\","
                + "\"waivers\":{\"groups\":[\"jira-administrators\"],\"longestDays\":30},\"gates\":[{\"key\":\"start\",\"name\":\"Start\","
                + "\"enforcement\":\"enforce\",\"rules\":[{\"rule\":\"has-due-date\"},"
                + "{\"rule\":\"has-owner\",\"settings\":{\"field\":\"assignee\"}}]}]}");
        GatedWorkflow.named(wired, "May be waived").policyGate(GO, "tasks/start").usedBy("RISK");
    }

    @Test
    public void letsTheWaivedRuleFailAndNoOtherAndSaysSoInTheJournal() throws Exception {
        IssueRow task = task(new IssueInput().set("assignee", "owner"));
        assertFalse(go(task).done());
        grant(task, "has-due-date");
        assertTrue(go(task).done());
        JsonNode entry = newest(task);
        assertEquals("WAIVED", entry.path("verdict").asText());
        assertEquals("WAIVED", entry.path("outcome").asText());

        IssueRow unowned = task(new IssueInput());
        grant(unowned, "has-due-date");
        Outcome refused = go(unowned);
        assertFalse(refused.done());
        assertEquals("only the other rule: " + refused, 1, WiredJira.messages(refused).size());
    }

    @Test
    public void refusesAgainOnceItIsTakenBack() throws Exception {
        IssueRow task = task(new IssueInput().set("assignee", "owner"));
        grant(task, "has-due-date");
        assertEquals("WAIVED", readiness(task).at("/result").asText());
        assertEquals(200, wired.post("admin", waivers(task) + "/1/withdraw", "{'step':2}").status());
        assertEquals("FAILED", readiness(task).at("/result").asText());
        assertFalse(go(task).done());
    }

    /** Of every issue, at every moment around the ends of its waivers. */
    @Test
    public void owesAgainInTheSameMomentInEverySurface() throws Exception {
        AppPolicies.of(wired.box).append(1, "{\"format\":1,\"key\":\"standing\",\"name\":\"Standing\",\"issueType\":\"decision\","
                + "\"waivers\":{\"groups\":[\"jira-administrators\"],\"longestDays\":30},\"gates\":[{\"key\":\"drafts\","
                + "\"name\":\"Drafts\","
                + "\"phase\":\"DRAFT\",\"enforcement\":\"enforce\",\"rules\":[{\"rule\":\"has-owner\"},{\"rule\":\"has-fallback\"}]}]}");
        Random random = new Random(20_261_118);
        Map<IssueRow, Map<String, LocalDate>> ends = new LinkedHashMap<>();
        TreeSet<Instant> moments = new TreeSet<>();
        for (int i = 0; i < 4; i++) {
            IssueRow issue = wired.create("SHOP", "Decision", new IssueInput().set("summary", "Waived for a while " + i).set("duedate",
                    TestTime.today().plusDays(7).toString()));
            Map<String, LocalDate> of = new LinkedHashMap<>();
            for (String rule : List.of("has-owner", "has-fallback")) {
                LocalDate lastDay = random.nextInt(4) == 0 ? TestTime.today().minusDays(1) : TestTime.today().plusDays(random.nextInt(3));
                of.put(rule, lastDay);
                if (!lastDay.isBefore(TestTime.today())) {
                    waive(issue, rule, lastDay, of.keySet().stream().filter(one -> !of.get(one).isBefore(TestTime.today())).count());
                    Instant end = lastDay.plusDays(1).atStartOfDay(CLOCK.getZone()).toInstant();
                    moments.addAll(List.of(end.minusMillis(1), end, end.plusSeconds(1)));
                }
            }
            ends.put(issue, of);
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            for (IssueRow issue : ends.keySet()) {
                String debt = wired.get("lead", BASE + "/debt?issue=" + issue.key()).body();
                assertTrue(debt, debt.contains("has-owner") && debt.contains("has-fallback"));
            }
        });
        try {
            assertOwed(ends);
            for (Instant moment : moments) {
                CLOCK.stand(moment);
                assertOwed(ends);
            }
        } finally {
            CLOCK.goOn();
        }
    }

    /** What was owed at its end stays in a week that is frozen, whatever happens to the issue, for those who may see the issue. */
    @Test
    public void freezesWhatIsOwedWithTheWeek() throws Exception {
        AppPolicies.of(wired.box).append(1, "{\"format\":1,\"key\":\"frozen\",\"name\":\"Frozen\",\"issueType\":\"decision\","
                + "\"waivers\":{\"groups\":[\"jira-administrators\"],\"longestDays\":30},\"gates\":[{\"key\":\"drafts\","
                + "\"name\":\"Drafts\","
                + "\"phase\":\"DRAFT\",\"enforcement\":\"enforce\",\"rules\":[{\"rule\":\"has-due-date\"}]}]}");
        IssueRow issue = wired.decision("Owed over the weekend");
        assertEquals(201, wired.post("lead", waivers(issue), "{'policy':'frozen','rule':'has-due-date','reason':'asked on Friday','until':'"
                + TestTime.today().plusDays(20) + "'}").status());
        await().atMost(Duration.ofSeconds(30)).until(() -> wired.get("lead", BASE + "/debt?issue=" + issue.key()).body()
                .contains("has-due-date"));
        wired.runJob("weekCloseJob");
        try {
            // Monday, half past midnight in the zone of the projects
            CLOCK.stand(TestTime.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atTime(0, 30).atZone(CLOCK.getZone()).toInstant());
            wired.runJob("weekCloseJob");
            Reply frozen = wired.get("lead", BASE + "/summary?project=SHOP&week=last");
            assertEquals(frozen.body(), 200, frozen.status());
            assertFalse(frozen.body(), frozen.json().at("/header/rebuilt").asBoolean(true));
            assertEquals(List.of("has-due-date"), rulesOf(frozen.json(), "debt", issue));
            assertEquals(List.of("has-due-date"), rulesOf(frozen.json(), "waivers", issue));
            assertTrue(wired.jira.issues()
                    .update("lead", issue.id(), new IssueInput().set("duedate", TestTime.today().plusDays(9).toString())).done());
            wired.awaitFirstLook();
            assertEquals(List.of(), rulesOf(wired.get("lead", BASE + "/summary?project=SHOP").json(), "debt", issue));
            assertEquals("what is frozen stays", frozen.body(), wired.get("lead", BASE + "/summary?project=SHOP&week=last").body());
            String page = wired.get("lead", "/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-week-link&week=last")
                    .body();
            assertFalse(page.contains("could not be shown"));
            hide(issue);
            JsonNode trimmed = wired.get("reader", BASE + "/summary?project=SHOP&week=last").json();
            assertTrue(trimmed.at("/header/partial").asBoolean());
            assertEquals(List.of(), rulesOf(trimmed, "debt", issue));
            assertEquals(List.of(), rulesOf(trimmed, "waivers", issue));
            assertFalse(trimmed.toString(), trimmed.at("/debt").toString().contains(issue.key()));
        } finally {
            // it is Wednesday again, and this week is not over
            wired.box.box().jdbc().sql("delete from \"" + wired.table("WEEK_SNAPSHOT") + "\"").update();
            CLOCK.goOn();
        }
    }

    /** Needs a week that was closed as it ended: one that is calculated from history lists nothing to compare with. */
    @Test
    public void comparesWhatIsOpenNowWithTheFrozenWeek() throws Exception {
        LocalDate friday = TestTime.today().plusDays(2);
        IssueRow slips = decision("Slips", "owner", friday);
        IssueRow changesHands = decision("Changes hands", "owner", friday);
        IssueRow rejected = decision("Is rejected", "owner", friday);
        IssueRow goes = decision("Is deleted", "owner", friday);
        wired.runJob("weekCloseJob");
        try {
            CLOCK.stand(TestTime.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atTime(0, 30).atZone(CLOCK.getZone()).toInstant());
            wired.runJob("weekCloseJob");
            wired.awaitFirstLook();
            CLOCK.stand(CLOCK.instant().plus(Duration.ofHours(9)));
            assertTrue(
                    wired.jira.issues().update("lead", slips.id(), new IssueInput().set("duedate", friday.plusDays(9).toString())).done());
            assertTrue(wired.jira.issues().update("lead", changesHands.id(), new IssueInput().set(wired.field("Owner"), "lead")).done());
            assertTrue(wired.jira.issues().transition("lead", rejected.id(), 91,
                    new IssueInput().set(wired.field("Reason"), "Another way was found").set("resolution",
                            wired.jira.resolutions().byName("Done").orElseThrow().id()))
                    .done());
            assertTrue(wired.jira.issues().delete("admin", goes.id()).done());
            IssueRow added = decision("Is new", "owner", friday.plusDays(9));
            wired.awaitFirstLook();
            StatementLog log = wired.box.logStatements();
            JsonNode compared = wired.get("lead", BASE + "/summary/comparison?project=SHOP").json();
            List<String> sent = log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME).with("AO_").sql();
            assertEquals("no statement that the summary does not take: " + sent, 7, sent.size());
            Map<String, String> kinds = kinds(compared);
            assertEquals(Map.of(slips.key(), "slipped", changesHands.key(), "owner-changed", rejected.key(), "closed", goes.key(), "left",
                    added.key(), "new"), kinds);
            assertTrue(compared.toString(), compared.at("/comparison/decisions/complete").asBoolean());
            JsonNode counts = wired.get("lead", BASE + "/summary?project=SHOP").json().at("/history/difference/decisions");
            assertEquals(compared.at("/comparison/decisions"), counts);
            assertEquals(1, counts.get("closed").asInt());
            assertEquals(kinds, kinds(wired.get("lead", BASE + "/summary?project=SHOP&compare=previous").json().at("/history")));
            String owner = value(wired.get("lead", BASE + "/summary?project=SHOP").json(), slips, "owner");
            JsonNode theirs = wired.get("lead", BASE + "/summary?project=SHOP&compare=previous&owner="
                    + URLEncoder.encode(owner, StandardCharsets.UTF_8)).json();
            assertEquals("of one owner, who had it or has it", kinds, kinds(theirs.at("/history")));
            assertEquals("not listed", value(theirs, changesHands, "due"));
            String lead = value(wired.get("lead", BASE + "/summary?project=SHOP").json(), changesHands, "owner");
            assertEquals(Map.of(changesHands.key(), "owner-changed"), kinds(wired.get("lead", BASE
                    + "/summary?project=SHOP&compare=previous&owner=" + URLEncoder.encode(lead, StandardCharsets.UTF_8)).json()
                    .at("/history")));

            // what a page of last week asks for, which was live when the page was made
            String moment = TestTime.today().atTime(10, 0).atZone(CLOCK.getZone()).toInstant().toString();
            JsonNode ofPage = wired.get("lead", BASE + "/summary?project=SHOP&week=" + moment).json();
            assertTrue("the page stays what it was: " + ofPage.at("/header"), ofPage.at("/header").has("frozenAt"));
            assertEquals(friday.toString(), value(ofPage, slips, "due"));
            assertFalse("no user name is kept", ofPage.toString().contains("ownerUser"));
            assertFalse("the key of an owner stays in the seal", ofPage.toString().contains("ownerKey"));
            assertTrue("risks are kept: " + ofPage.path("risks"), ofPage.path("risks").has("total"));
        } finally {
            // it is Wednesday again, and this week is not over
            wired.box.box().jdbc().sql("delete from \"" + wired.table("WEEK_SNAPSHOT") + "\"").update();
            CLOCK.goOn();
        }
    }

    private static IssueRow decision(String summary, String owner, LocalDate due) {
        return wired.create("SHOP", "Decision", new IssueInput().set("summary", summary).set("duedate", due.toString())
                .set(wired.field("Owner"), owner));
    }

    private static Map<String, String> kinds(JsonNode parent) {
        Map<String, String> kinds = new LinkedHashMap<>();
        parent.at("/comparison/changes/rows").forEach(change -> kinds.put(change.get("key").asText(), change.get("kind").asText()));
        return kinds;
    }

    private static String value(JsonNode summary, IssueRow issue, String member) {
        for (JsonNode row : summary.at("/decisions/rows")) {
            if (row.get("key").asText().equals(issue.key())) {
                return row.path(member).asText();
            }
        }
        return "not listed";
    }

    /** The newest closed week is the witness that the end of a chain was cut off; only those who may read the audit hear of it. */
    @Test
    public void findsThatTheEndOfTheChainOfGatesWasCutOffSinceTheWeekWasFrozen() throws Exception {
        String verification = BASE + "/journal/verification?project=SHOP";
        String chain = "like 'p" + String.format(Locale.ROOT, "%019d", wired.id("SHOP")) + "-%'";
        IssueRow issue = wired.decision("Refused before the weekend");
        assertEquals(400, wired.jira.issues().transition("lead", issue.id(), 11, new IssueInput()).reason());
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            wired.runJob("sealJob");
            JsonNode verified = wired.get("lead", verification).json();
            return verified.get("unsealed").asLong() == 0 && verified.get("checked").asLong() > 0;
        });
        wired.runJob("weekCloseJob");
        try {
            CLOCK.stand(TestTime.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atTime(0, 30).atZone(CLOCK.getZone()).toInstant());
            wired.runJob("weekCloseJob");
            wired.awaitFirstLook();
            StatementLog log = wired.box.logStatements();
            JsonNode whole = wired.get("lead", verification).json();
            List<String> sent = log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME).with("AO_").sql();
            assertEquals("links, entries, how many of each, the week and its link: " + sent, 6, sent.size());
            assertTrue(whole.toString(), whole.get("intact").asBoolean());
            assertEquals("MATCHES", whole.at("/week/verdict").asText());
            assertEquals(whole.at("/head/position"), whole.at("/week/position"));
            String frozen = wired.get("lead", BASE + "/summary?project=SHOP&week=last").body();
            assertTrue(frozen, frozen.contains("frozenAt") && !frozen.contains(whole.at("/head/hash").asText()));

            Map<String, Object> last = wired.box.box().jdbc().sql("select * from \"" + wired.table("GATE_SEAL")
                    + "\" where \"PROJECT_LINK\" " + chain + " order by \"PROJECT_LINK\" desc fetch first 1 rows only").query().singleRow();
            wired.box.box().jdbc().sql("delete from \"" + wired.table("GATE_SEAL") + "\" where \"EVENT_ID\" = ?")
                    .param(last.get("EVENT_ID")).update();
            wired.box.box().jdbc().sql("delete from \"" + wired.table("GATE_EVENT") + "\" where \"ID\" = ?").param(last.get("EVENT_ID"))
                    .update();
            JsonNode cut = wired.get("lead", verification).json();
            assertEquals("every link that is left is intact", whole.get("checked").asLong() - 1, cut.get("checked").asLong());
            assertTrue(cut.toString(), cut.get("broken").isNull() && !cut.get("intact").asBoolean());
            assertEquals("SHORTER", cut.at("/week/verdict").asText());
            String page = "/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-audit-link";
            String said = Jsoup.parse(wired.get("lead", page).body()).select(".aui-message-error.decision-gates-audit-week").text();
            assertTrue(said, said.startsWith("The chain is shorter than week " + cut.at("/week/week").asText() + " recorded"));
            assertFalse(wired.get("reader", page).body().contains("decision-gates-audit-week"));
        } finally {
            wired.box.box().jdbc().sql("delete from \"" + wired.table("WEEK_SNAPSHOT") + "\"").update();
            CLOCK.goOn();
        }
    }

    private static void hide(IssueRow issue) {
        long scheme = wired.jira.levels().createScheme("Levels of waivers");
        wired.jira.levels().create(scheme, "Leads", List.of("storefront-leads"));
        wired.jira.levels().useScheme(wired.id("SHOP"), scheme);
        wired.box.box().jdbc().sql("insert into jira_issue_value (issue_id, field_id, seq, text_value) values (?, ?, 0, ?)")
                .param(issue.id()).param(Levels.FIELD).param(String.valueOf(wired.jira.levels().named("Leads").get(0).id())).update();
    }

    private static List<String> rulesOf(JsonNode week, String part, IssueRow issue) {
        List<String> rules = new ArrayList<>();
        week.at("/" + part + "/rows").forEach(row -> {
            if (row.path("key").asText().equals(issue.key()) && row.path("rule").asText().equals("has-due-date")) {
                rules.add(row.path("rule").asText());
            }
        });
        return rules;
    }

    private static void assertOwed(Map<IssueRow, Map<String, LocalDate>> ends) throws Exception {
        JsonNode week = wired.get("lead", BASE + "/summary?project=SHOP").json();
        for (Map.Entry<IssueRow, Map<String, LocalDate>> entry : ends.entrySet()) {
            String key = entry.getKey().key();
            Instant now = CLOCK.instant();
            TreeSet<String> owed = new TreeSet<>();
            TreeSet<String> waived = new TreeSet<>();
            entry.getValue().forEach((rule, lastDay) -> (now.isBefore(lastDay.plusDays(1).atStartOfDay(CLOCK.getZone()).toInstant())
                    ? waived
                    : owed).add(rule));
            String what = key + " at " + now;
            TreeSet<String> rest = new TreeSet<>();
            wired.get("lead", BASE + "/debt?issue=" + key).json().at("/issues/0/rules").forEach(rule -> {
                if (rule.path("waivedUntil").isNull() && entry.getValue().containsKey(rule.path("rule").asText())) {
                    rest.add(rule.path("rule").asText());
                }
            });
            assertEquals(what + ": REST", owed, rest);
            TreeSet<String> told = new TreeSet<>();
            week.at("/debt/rows").forEach(row -> {
                if (row.path("key").asText().equals(key) && entry.getValue().containsKey(row.path("rule").asText())) {
                    told.add(row.path("rule").asText());
                }
            });
            assertEquals(what + ": the week", owed, told);
            TreeSet<String> active = new TreeSet<>();
            week.at("/waivers/rows").forEach(row -> {
                if (row.path("key").asText().equals(key) && row.path("state").asText().equals("active")) {
                    active.add(row.path("rule").asText());
                }
            });
            assertEquals(what + ": the week's waivers", waived, active);
            Document page = Jsoup.parse(wired.get("lead", BASE + "/issue/" + key + "/readiness/panel").body());
            TreeSet<String> shown = new TreeSet<>(page.select(".decision-gates-readiness-owed li")
                    .eachAttr("data-rule"));
            shown.retainAll(entry.getValue().keySet());
            assertEquals(what + ": the panel", owed, shown);
            assertEquals(what + ": waivers of the panel", waived.size(), page.select(".decision-gates-readiness-waiver").size());
            assertEquals(what + ": gateDebt", owed.isEmpty() ? 0 : 1, found("gateDebt", key));
            assertEquals(what + ": gateWaived", waived.isEmpty() ? 0 : 1, found("gateWaived", key));
        }
    }

    private static int found(String function, String key) throws Exception {
        return wired.post("lead", "/rest/api/2/search", "{'jql':'issue in " + function + "() and key = " + key + "'}").json().path("total")
                .asInt();
    }

    private static void waive(IssueRow issue, String rule, LocalDate lastDay, long number) throws Exception {
        assertEquals(201, wired.post("lead", waivers(issue),
                "{'policy':'standing','rule':'" + rule + "','reason':'for a while','until':'" + lastDay + "'}").status());
        assertEquals(200, wired.post("admin", waivers(issue) + "/" + number + "/grant", "{'step':1}").status());
    }

    @Test
    public void costsARefusalOneReadAndAPassNone() throws Exception {
        IssueRow refused = task(new IssueInput());
        assertFalse(go(refused).done());
        assertEquals("two rules failed", 1, reads(() -> go(refused)));
        IssueRow passes = task(new IssueInput().set("assignee", "owner").set("duedate", TestTime.today().plusDays(3).toString()));
        assertEquals(0, reads(() -> assertTrue(go(passes).done())));
    }

    private static int reads(Runnable work) {
        StatementLog log = wired.box.logStatements();
        work.run();
        return log.sent().with("WAIVER_STEP").sql().size();
    }

    private static JsonNode readiness(IssueRow task) throws Exception {
        for (JsonNode transition : wired.get("lead", BASE + "/issue/" + task.key() + "/readiness?transition=" + GO).json()
                .path("transitions")) {
            for (JsonNode rule : transition.path("rules")) {
                if (rule.path("rule").asText().equals("has-due-date")) {
                    return rule;
                }
            }
        }
        throw new AssertionError("no such rule: " + wired.get("lead", BASE + "/issue/" + task.key() + "/readiness").body());
    }

    private static void grant(IssueRow task, String rule) throws Exception {
        assertEquals(201,
                wired.post("lead", waivers(task), "{'policy':'tasks','rule':'" + rule + "','reason':'It is due when it is due','until':'"
                        + TestTime.today().plusDays(2) + "'}").status());
        assertFalse("asked for is not granted", go(task).done());
        assertEquals(200, wired.post("admin", waivers(task) + "/1/grant", "{'step':1}").status());
    }

    private static String waivers(IssueRow task) {
        return BASE + "/issue/" + task.key() + "/waivers";
    }

    private static JsonNode newest(IssueRow task) throws Exception {
        for (JsonNode entry : wired.get("admin", BASE + "/journal?project=RISK&limit=50").json().path("entries")) {
            if (entry.path("issueId").asLong() == task.id()) {
                return entry;
            }
        }
        throw new AssertionError("nothing is in the journal of " + task.key());
    }

    private static IssueRow task(IssueInput input) {
        return wired.create("RISK", "Task", input.set("summary", "One"));
    }

    private static Outcome go(IssueRow task) {
        return wired.jira.issues().transition("lead", task.id(), GO, new IssueInput());
    }
}
