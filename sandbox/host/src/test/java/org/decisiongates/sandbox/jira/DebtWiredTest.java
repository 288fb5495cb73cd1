package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jsoup.Jsoup;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Faults;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.StatementLog;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Levels;
import org.decisiongates.sandbox.jira.web.Browser;

/** What issues owe their gates, as the shipped jar finds it: by events, by the sweep, and with waivers. */
@RunWith(Parameterized.class)
public class DebtWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String BASE = "/rest/decision-gates/1.0";
    private static final String WEEK = "/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-week-link";
    private static final int SEND_FOR_REVIEW = 11;
    private static final int RETURN_TO_DRAFT = 22;

    private static WiredJira wired;
    private static AppPolicies policies;
    private static int version;

    public DebtWiredTest(Options.Database database) {
        BOXES.on(database, () -> {
            wired = WiredJira.start(BOXES, database);
            policies = AppPolicies.of(wired.box);
            version = 0;
            // of what the shipped policy asks this test says nothing
            policies.append(2, "{\"format\":1,\"key\":\"decision\",\"name\":\"Decisions\",\"issueType\":\"decision\",\"gates\":[]}");
            ask("has-owner");
        });
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    @Test
    public void namesWhatAnEditTookAwayUntilItIsBack() throws Exception {
        IssueRow issue = inReview("Loses its owner", "owner");
        owes(issue);
        own(issue, "");
        owes(issue, "has-owner EDITED_AWAY");
        own(issue, "lead");
        owes(issue);
    }

    @Test
    public void costsAChangeOneReadAndAWriteOnlyOfWhatIsNew() {
        IssueRow issue = inReview("Costs little", "owner");
        assertEquals(List.of("SELECT"), sent(() -> assertTrue(
                wired.jira.issues().update("lead", issue.id(), new IssueInput().set("summary", "Costs as little")).done())));
        assertEquals(List.of("SELECT", "SELECT", "UPDATE"), sent(() -> own(issue, "")));
    }

    private static List<String> sent(Runnable work) {
        StatementLog log = wired.box.logStatements();
        work.run();
        wired.awaitDebt();
        return log.sent().with("ISSUE_DEBT").sql().stream()
                .map(sql -> sql.substring(0, sql.indexOf(' ')).toUpperCase(Locale.ROOT)).toList();
    }

    @Test
    public void namesWhatCameInWithoutTheGate() throws Exception {
        IssueRow issue = complete("Moved by another app");
        own(issue, "");
        assertTrue(wired.jira.issues().transitionUnexamined("lead", issue.id(), SEND_FOR_REVIEW).done());
        owes(issue, "has-owner ENTERED_WITHOUT_GATE");
        assertTrue(wired.jira.issues().transitionUnexamined("lead", issue.id(), RETURN_TO_DRAFT).done());
        owes(issue);
    }

    @Test
    public void namesWhatANewPolicyAsksAndWhatItNoLongerAsks() throws Exception {
        IssueRow issue = inReview("Asked for more later", "owner");
        owes(issue);
        ask("has-owner", "has-fallback");
        sweep();
        owes(issue, "has-fallback POLICY_CHANGE");
        ask("has-owner");
        sweep();
        owes(issue);
    }

    @Test
    public void findsByTheSweepWhatNobodyTold() throws Exception {
        IssueRow left = inReview("Its owner left", "owner");
        IssueRow silent = inReview("Edited in silence", "lead");
        owes(left);
        owes(silent);
        wired.jira.users().setActive("owner", false);
        wired.faults().deliver(Faults.Delivery.NEVER);
        own(silent, "");
        wired.faults().heal();
        sweepAgain();
        owes(left, "has-owner CIRCUMSTANCES");
        owes(silent, "has-owner CIRCUMSTANCES");
        wired.jira.users().setActive("owner", true);
        sweepAgain();
        owes(left);
    }

    @Test
    public void looksAgainOnceAnAdministratorHasDeactivatedSomebody() throws Exception {
        wired.jira.users().create("leaver", "Leaver", "leaver@example.com", "leaver");
        wired.jira.users().join("leaver", "storefront-team");
        IssueRow issue = inReview("Its owner is deactivated", "leaver");
        owes(issue);
        sweepAgain();
        // in the page, as an administrator does; nobody edits the issue, and the night is far
        Browser admin = Browser.as(wired.box.baseUrl(), "admin").confirmed("admin");
        admin.open("/secure/admin/user/UserBrowser.jspa");
        admin.submit("form:has(input[value=leaver])");
        sweep();
        owes(issue, "has-owner CIRCUMSTANCES");
    }

    @Test
    public void owesNothingWhileItIsWaived() throws Exception {
        IssueRow issue = inReview("Waits for its owner", "owner");
        own(issue, "");
        owes(issue, "has-owner EDITED_AWAY");
        String waivers = BASE + "/issue/" + issue.key() + "/waivers";
        assertEquals(201, wired.post("reader", waivers, "{'policy':'standing','rule':'has-owner','reason':'soon','until':'"
                + TestTime.today().plusDays(2) + "'}").status());
        owes(issue, "has-owner EDITED_AWAY");
        assertEquals(200, wired.post("admin", waivers + "/1/grant", "{'step':1}").status());
        owes(issue, "waived has-owner EDITED_AWAY");
        assertEquals(200, wired.post("reader", waivers + "/1/withdraw", "{'step':2}").status());
        owes(issue, "has-owner EDITED_AWAY");
    }

    @Test
    public void tellsTheWeekWhatIsOwedAndWaivedToThoseWhoMaySeeIt() throws Exception {
        IssueRow issue = inReview("Told in the week", "owner");
        own(issue, "");
        owes(issue, "has-owner EDITED_AWAY");
        assertEquals("edited-away", ofWeek("lead", "debt", issue).path("cause").asText());
        JsonNode query = wired.get("lead", BASE + "/summary?jql=key%20%3D%20" + issue.key()).json();
        assertEquals(1, query.at("/debt/total").asInt());
        assertEquals("the lead of the project names an owner", List.of("name-an-owner"), asked(query, issue, lead()));
        own(issue, "outsider");
        owes(issue, "has-owner EDITED_AWAY");
        JsonNode unassignable = wired.get("lead", BASE + "/summary?jql=key%20%3D%20" + issue.key()).json();
        assertEquals("not whoever cannot be the owner", List.of("replace-unassignable-owner"), asked(unassignable, issue, lead()));
        own(issue, "");
        owes(issue, "has-owner EDITED_AWAY");
        String waivers = BASE + "/issue/" + issue.key() + "/waivers";
        assertEquals(201, wired.post("reader", waivers, "{'policy':'standing','rule':'has-owner','reason':'<b>soon</b>','until':'"
                + TestTime.today().plusDays(2) + "'}").status());
        assertEquals("asked", ofWeek("lead", "waivers", issue).path("state").asText());
        String asks = wired.get("lead", BASE + "/summary?jql=key%20%3D%20" + issue.key()).json().path("asks").toString();
        assertTrue(asks, asks.matches(".*\"kind\":\"decide-on-a-waiver\",\"key\":\"" + issue.key()
                + "\".*\"rule\":\"has-owner\",\"who\":\"[^\"]+\",\"by\":\"" + TestTime.today().plusDays(2) + "\".*"));
        assertEquals(200, wired.post("admin", waivers + "/1/grant", "{'step':1}").status());
        assertTrue("waived is not owed", ofWeek("lead", "debt", issue).isMissingNode());
        assertEquals("active", ofWeek("lead", "waivers", issue).path("state").asText());
        assertEquals("<b>soon</b>", ofWeek("lead", "waivers", issue).path("reason").asText());
        assertEquals("the page is text", 0, Jsoup.parse(wired.get("lead", WEEK).body()).select(".decision-gates-week-waivers b").size());
        assertEquals(200, wired.post("reader", waivers + "/1/withdraw", "{'step':2}").status());
        assertEquals("edited-away", ofWeek("lead", "debt", issue).path("cause").asText());
        assertEquals("ended", ofWeek("lead", "waivers", issue).path("state").asText());
        hide(issue, "Leads of the week");
        JsonNode seen = wired.get("reader", BASE + "/summary?project=SHOP").json();
        assertTrue(seen.at("/header/partial").asBoolean());
        assertTrue("neither named nor counted", ofWeek("reader", "debt", issue).isMissingNode()
                && ofWeek("reader", "waivers", issue).isMissingNode());
        assertEquals(seen.at("/debt/rows").size(), seen.at("/debt/total").asInt());
    }

    @Test
    public void saysUntilItsFirstSweepThatNotEveryIssueOfAProjectWasLookedAt() throws Exception {
        wired.open("FRESH");
        assertTrue(gapsOf("FRESH"), gapsOf("FRESH").contains("debt-not-looked-at"));
        sweepAgain();
        assertFalse(gapsOf("FRESH"), gapsOf("FRESH").contains("debt-not-looked-at"));
    }

    @Test
    public void namesWhatWasOwedWhenTheIssuesOfAProjectWereFirstLookedAt() throws Exception {
        wired.open("EARLY");
        wired.faults().deliver(Faults.Delivery.NEVER);
        IssueRow issue = wired.create("EARLY", "Decision", new IssueInput().set("summary", "Here before anybody looked"));
        assertTrue(wired.jira.issues().transitionUnexamined("lead", issue.id(), SEND_FOR_REVIEW).done());
        wired.faults().heal();
        sweepAgain();
        assertEquals(List.of("has-owner FIRST_CHECK"), rules(wired.get("lead", BASE + "/debt?project=EARLY").json(), issue));
    }

    private static String lead() {
        return wired.jira.users().byName("lead").orElseThrow().displayName();
    }

    /** What that person is asked about the owner of an issue. */
    private static List<String> asked(JsonNode week, IssueRow issue, String who) {
        List<String> kinds = new ArrayList<>();
        for (JsonNode ask : week.path("asks").path("rows")) {
            if (ask.path("key").asText().equals(issue.key()) && ask.path("who").asText().equals(who)
                    && (ask.path("kind").asText().endsWith("-owner") || ask.path("rule").asText().equals("has-owner"))) {
                kinds.add(ask.path("kind").asText());
            }
        }
        return kinds;
    }

    private static String gapsOf(String project) throws Exception {
        return wired.get("lead", BASE + "/summary?project=" + project).json().at("/header/gaps").toString();
    }

    /** What the week says of an issue in one of its parts. */
    private static JsonNode ofWeek(String who, String part, IssueRow issue) throws Exception {
        for (JsonNode row : wired.get(who, BASE + "/summary?project=SHOP").json().at("/" + part + "/rows")) {
            if (row.path("key").asText().equals(issue.key())) {
                return row;
            }
        }
        return MissingNode.getInstance();
    }

    @Test
    public void countsWhatIsHiddenAndNamesItToNobody() throws Exception {
        IssueRow issue = inReview("Seen by few", "owner");
        own(issue, "");
        owes(issue, "has-owner EDITED_AWAY");
        hide(issue, "Leads");
        JsonNode seen = wired.get("reader", BASE + "/debt?project=SHOP&limit=200").json();
        assertEquals(seen.toString(), List.of(), rules(seen, issue));
        assertTrue(seen.toString(), seen.path("hidden").asInt() > 0);
        assertEquals(404, wired.get("outsider", BASE + "/debt?project=SHOP").status());
    }

    private static void hide(IssueRow issue, String level) {
        long scheme = wired.jira.levels().createScheme("Levels of " + level);
        wired.jira.levels().create(scheme, level, List.of("storefront-leads"));
        wired.jira.levels().useScheme(wired.id("SHOP"), scheme);
        wired.box.box().jdbc().sql("insert into jira_issue_value (issue_id, field_id, seq, text_value) values (?, ?, 0, ?)")
                .param(issue.id())
                .param(Levels.FIELD).param(String.valueOf(wired.jira.levels().named(level).get(0).id())).update();
    }

    /** Edits at random, several issues at a time: what is owed in the end is what a sweep from nothing finds. */
    @Test
    public void owesAfterManyEditsWhatALookAtEverythingFinds() throws Exception {
        Random random = new Random(20261118);
        List<IssueRow> issues = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            issues.add(inReview("Edited at random " + i, "owner"));
        }
        Set<String> owing = new TreeSet<>();
        for (int edit = 0; edit < 60; edit++) {
            IssueRow issue = issues.get(random.nextInt(issues.size()));
            switch (random.nextInt(4)) {
                case 0 -> own(issue, "");
                case 1 -> own(issue, random.nextBoolean() ? "owner" : "lead");
                case 2 -> wired.jira.issues().transitionUnexamined("lead", issue.id(), SEND_FOR_REVIEW);
                default -> wired.jira.issues().transitionUnexamined("lead", issue.id(), RETURN_TO_DRAFT);
            }
        }
        for (IssueRow issue : issues) {
            String owner = wired.get("lead", "/rest/api/2/issue/" + issue.key()).json()
                    .at("/fields/" + wired.field("Owner") + "/name")
                    .asText();
            if (wired.status(issue).equals("In review") && owner.isEmpty()) {
                owing.add(issue.key());
            }
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertEquals(owing, owingOf(issues)));
        sweepAgain();
        assertEquals(owing, owingOf(issues));
    }

    private static Set<String> owingOf(List<IssueRow> issues) throws Exception {
        JsonNode debt = wired.get("lead", BASE + "/debt?project=SHOP&limit=200").json();
        Set<String> owing = new TreeSet<>();
        issues.stream().filter(issue -> !rules(debt, issue).isEmpty()).map(IssueRow::key).forEach(owing::add);
        return owing;
    }

    private static void owes(IssueRow issue, String... rules) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertEquals(List.of(rules), rules(wired.get("lead", BASE + "/debt?project=SHOP&limit=200").json(), issue)));
    }

    private static List<String> rules(JsonNode debt, IssueRow issue) {
        List<String> rules = new ArrayList<>();
        for (JsonNode entry : debt.path("issues")) {
            if (entry.path("issue").asText().equals(issue.key())) {
                entry.path("rules").forEach(rule -> rules.add((rule.path("waivedUntil").isNull() ? "" : "waived ")
                        + rule.path("rule").asText() + " " + rule.path("cause").asText()));
            }
        }
        return rules;
    }

    /** In review, and found there: what happens later is told from what was so when it came in. */
    private static IssueRow inReview(String summary, String owner) {
        IssueRow issue = complete(summary);
        own(issue, owner);
        assertTrue(wired.jira.issues().transitionUnexamined("lead", issue.id(), SEND_FOR_REVIEW).done());
        assertEquals("In review", wired.status(issue));
        wired.awaitDebt();
        return issue;
    }

    /** With what the shipped policy asks of a Decision in review, but for an owner. */
    private static IssueRow complete(String summary) {
        IssueRow issue = wired.decision(summary);
        assertTrue(wired.jira.issues().update("lead", issue.id(), new IssueInput().set("duedate", TestTime.today().plusDays(7).toString())
                .set(wired.field("Acceptance criteria"), "Refunds reach the customer within 3 days")).done());
        return issue;
    }

    private static void own(IssueRow issue, String owner) {
        assertTrue(wired.jira.issues().update("lead", issue.id(), new IssueInput().set(wired.field("Owner"), owner)).done());
    }

    /** A policy of all projects asks this of Decisions in review. */
    private static void ask(String... rules) {
        version++;
        policies.append(version, "{\"format\":1,\"key\":\"standing\",\"name\":\"Standing\",\"issueType\":\"decision\","
                + "\"waivers\":{\"groups\":[\"jira-administrators\"],\"longestDays\":30},"
                + "\"gates\":[{\"key\":\"in-review\",\"name\":\"In review\","
                + "\"phase\":\"IN_REVIEW\",\"enforcement\":\"enforce\",\"rules\":[{\"rule\":\"" + String.join("\"},{\"rule\":\"", rules)
                + "\"}]}]}");
    }

    /** As the night does. */
    private static void sweepAgain() {
        wired.box.service(PluginSettingsFactory.class).createGlobalSettings().put("org.decisiongates.decision-gates:debt.sweep",
                "done=true");
        sweep();
    }

    private static void sweep() {
        wired.runJob("debtSweep");
    }
}
