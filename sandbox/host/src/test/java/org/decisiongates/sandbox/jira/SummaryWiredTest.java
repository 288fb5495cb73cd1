package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.OrderWith;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.AnyOrder;
import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.StatementLog;
import org.decisiongates.sandbox.host.Statements;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Levels;
import org.decisiongates.sandbox.jira.model.Outbox;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.web.Browser;

/** The weekly summary over HTTP: what it costs, who sees what of it, and that a frozen week stays what it was. */
@RunWith(Parameterized.class)
@OrderWith(AnyOrder.class)
public class SummaryWiredTest {

    private static final String SUMMARY = "/rest/decision-gates/1.0/summary?";
    private static final String JOB = "org.decisiongates.decision-gates.close-weeks";
    private static final int ESCALATE = 94;
    private static final String HOSTILE = "<script>alert(1)</script>\"'\u202E\uD83D\uDE00\u0000\\".repeat(12).replace("\u0000", "");

    /** Projects by how many issues each holds; the largest has more than is listed of either kind. */
    private static final Map<String, Integer> PROJECTS = Map.of("FEW", 10, "SOME", 100, "MANY", 470);
    private static final String MANY = "MANY";

    private static WiredJira wired;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    public SummaryWiredTest(Options.Database database) {
        BOXES.on(database, () -> start(database));
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    private static void start(Options.Database database) throws Exception {
        wired = WiredJira.start(BOXES, database);
        wired.jira.users().create("leaving", "Leaving", "leaving@example.com", "leaving");
        wired.jira.users().join("leaving", "storefront-team");
        for (Map.Entry<String, Integer> project : PROJECTS.entrySet()) {
            wired.open(project.getKey());
            for (String group : List.of("storefront-team", "storefront-stakeholders")) {
                wired.jira.permissions().grant(wired.id(project.getKey()), Permission.BROWSE_PROJECTS, group);
                wired.jira.permissions().grant(wired.id(project.getKey()), Permission.ASSIGNABLE_USER, group);
            }
            wired.jira.permissions().grant(wired.id(project.getKey()), Permission.BROWSE_PROJECTS, "storefront-readers");
            make(project.getKey(), project.getValue());
        }
    }

    @Test
    public void costsTheSameWhateverTheNumberOfIssues() throws Exception {
        Map<Integer, List<Integer>> costs = new TreeMap<>();
        for (Map.Entry<String, Integer> project : PROJECTS.entrySet()) {
            costs.put(project.getValue(), cost(project.getKey(), project.getValue()));
        }
        assertEquals(costs.toString(), 1, costs.values().stream().distinct().count());
    }

    private static List<Integer> cost(String project, int issues) throws Exception {
        // where the app was just enabled, its journal looks at whatever changed, and weeks are closed
        wired.awaitFirstLook();
        wired.get("lead", SUMMARY + "project=" + project);
        StatementLog log = wired.box.logStatements();
        Reply reply = wired.get("lead", SUMMARY + "project=" + project);
        Statements sent = log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME);
        WiredJira.assertStatus(issues + " issues", 200, reply);
        assertTrue(issues + " issues take " + reply.body().length(), reply.body().getBytes(StandardCharsets.UTF_8).length <= 64 * 1024);
        JsonNode summary = reply.json();
        assertEquals("current", summary.at("/header/numbers").asText());
        assertTrue(summary.at("/blockers/total").asInt() >= issues / 2 - 1);
        assertEquals("more than is listed", project.equals(MANY),
                summary.at("/decisions/total").asInt() > 200 && summary.at("/blockers/total").asInt() > 200);
        List<String> ours = sent.sql().stream().filter(sql -> sql.toUpperCase(Locale.ROOT).contains("AO_")).toList();
        assertEquals(ours.toString(), 7, ours.size());
        return List.of(ours.size(), sent.with("count(*) from jira_issue").count(), sent.with("fetch first").count());
    }

    /** It is Thursday already where the reader lives, so the week itself is told; a digest of Wednesday is about the week before. */
    @Test
    public void mailsTheWeekOnceAsItsReaderMaySeeIt() throws Exception {
        wired.open("MAIL");
        wired.jira.permissions().grant(wired.id("MAIL"), Permission.BROWSE_PROJECTS, "storefront-readers");
        long scheme = wired.jira.levels().createScheme("Levels of mail");
        long level = wired.jira.levels().create(scheme, "Leads", List.of("storefront-leads")).id();
        wired.jira.levels().useScheme(wired.id("MAIL"), scheme);
        IssueRow seen = wired.create("MAIL", "Decision", new IssueInput().set("summary", "Seen <b>by all</b>"));
        IssueRow hidden = wired.create("MAIL", "Decision", new IssueInput().set("summary", "Seen by leads"));
        wired.box.box().jdbc().sql("insert into jira_issue_value (issue_id, field_id, seq, text_value) values (?, ?, 0, ?)")
                .param(hidden.id()).param(Levels.FIELD).param(String.valueOf(level)).update();
        ZonedDateTime there = TestTime.CLOCK.instant().atZone(ZoneId.of("Pacific/Kiritimati"));
        String today = String.valueOf(there.getDayOfWeek().getValue());
        String another = String.valueOf(there.getDayOfWeek().plus(1).getValue());
        for (String who : List.of("reader", "lead")) {
            wired.box.box().zones().put(who, TimeZone.getTimeZone(there.getZone()));
            Browser browser = digests(who, "MAIL");
            browser.submit("#decision-gates-digest-join", "day", today, "hour", "0", "quiet", another, "form",
                    who.equals("lead") ? "text" : "page");
            assertEquals(200, browser.status);
            assertTrue(browser.text("#decision-gates-digest-own"), browser.text("#decision-gates-digest-own").contains("MAIL"));
        }
        Browser outsider = digests("outsider", "");
        outsider.submit("#decision-gates-digest-join", "project", "MAIL", "day", today, "hour", "0", "quiet", another);
        assertEquals("a project that is hidden", 404, outsider.status);
        wired.awaitFirstLook();

        int before = wired.jira.outbox().mails().size();
        for (int i = 0; i < 3; i++) {
            wired.runJob("digestJob");
        }
        List<Outbox.Mail> mails = wired.jira.outbox().mails().subList(before, wired.jira.outbox().mails().size());
        assertEquals(mails.toString(), 2, mails.size());
        Outbox.Mail page = mails.get(0);
        Outbox.Mail text = mails.get(1);
        assertEquals("MAIL: week " + there.format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8), page.subject());
        assertEquals("text/html text/plain UTF-8", page.mimeType() + " " + text.mimeType() + " " + text.encoding());
        assertEquals(wired.jira.users().byName("reader").orElseThrow().email(), page.to());
        Document html = Jsoup.parse(page.body());
        assertTrue(html.text(), html.text().contains("Seen <b>by all</b>") && !html.text().contains("Seen by leads"));
        assertFalse(page.body(), page.body().contains(hidden.key() + "\"") || page.body().contains(">" + hidden.key() + "<"));
        html.select("a[href]").forEach(link -> assertTrue(link.attr("href"), link.attr("href").startsWith(wired.box.baseUrl() + "/")));
        assertTrue(text.body(), text.body().contains("\n* " + seen.key() + ";") && text.body().contains("Seen by leads"));
        assertTrue(text.body(), text.body().contains(wired.box.baseUrl() + "/plugins/servlet/decision-gates/digest?project=MAIL"));

        Browser reader = digests("reader", "MAIL");
        reader.submit(own("MAIL"));
        assertTrue(reader.page.select(own("MAIL")).isEmpty());
        StatementLog idle = wired.box.logStatements();
        wired.runJob("digestJob");
        assertEquals("a run in which nothing is to be sent", 3, idle.sent().sql().stream()
                .filter(sql -> sql.contains("DIGEST")).count());
        assertEquals(List.of(), wired.box.blockedCalls());
    }

    @Test
    public void keepsAListOfAProjectThatPeopleCanLeave() throws Exception {
        wired.open("LIST");
        wired.jira.permissions().grant(wired.id("LIST"), Permission.BROWSE_PROJECTS, "storefront-readers");
        Browser lead = digests("lead", "LIST");
        for (String nobody : List.of("nobody", "outsider", "<b>")) {
            lead.submit("#decision-gates-digest-add", "person", nobody);
            assertEquals(nobody, 400, lead.status);
            assertEquals("There is no active user \u201C" + nobody + "\u201D who may browse this project.",
                    lead.text("#decision-gates-digest-person-about .error"));
            assertEquals("what was typed is there", nobody, lead.page.selectFirst("#decision-gates-digest-person").val());
        }
        lead.submit("#decision-gates-digest-add", "person", "");
        assertEquals("Type a user name.", lead.text("#decision-gates-digest-person-about .error"));
        lead.submit("#decision-gates-digest-add", "person", "reader");
        assertEquals(1, lead.page.select("#decision-gates-digest-people tbody tr").size());
        lead.submit("#decision-gates-digest-add", "person", "reader");
        assertEquals("who is there is not added again", 409, lead.status);
        assertTrue("no list of what one does not administer",
                digests("reader", "LIST").page.select("#decision-gates-digest-add").isEmpty());
        Browser reader = digests("reader", "LIST");
        assertEquals(403, reader.post("/plugins/servlet/decision-gates/digest", "project=LIST&leave=" + wired.id("LIST")));
        reader.submit(own("LIST"));
        lead.submit("#decision-gates-digest-add", "person", "reader");
        assertEquals("who left is not added again", 409, lead.status);
        reader.submit("#decision-gates-digest-join", "project", "NEVER", "day", "8", "hour", "24", "form", "pdf", "quiet", "0");
        assertEquals("all at once", 400, reader.status);
        assertEquals(List.of("There is no project \u201CNEVER\u201D, or you may not see it.",
                "\u201C8\u201D is not a day. Choose one from the list.", "\u201C24\u201D is not a time. Choose one from the list.",
                "\u201Cpdf\u201D is not a format. Choose one from the list.", "\u201C0\u201D is not a day. Choose one from the list."),
                reader.page.select("#decision-gates-digest-join .error").eachText());
        reader.open("/plugins/servlet/decision-gates/digest");
        reader.submit("#decision-gates-digest-join", "project", "LIST", "day", "5", "hour", "16", "quiet", "7");
        assertTrue(reader.text("#decision-gates-digest-own"),
                reader.text("#decision-gates-digest-own").contains("Friday at 16:00, about the current week; quiet: Sunday"));
        lead.open("/plugins/servlet/decision-gates/digest?project=LIST");
        lead.submit("#decision-gates-digest-people form", "remove", wired.jira.users().byName("outsider").orElseThrow().key());
        assertEquals(404, lead.status);
        assertTrue(lead.page.text(), lead.page.text().contains("This person is no longer on the list of this project."));
        assertFalse("whose key it is", lead.page.text().contains(wired.jira.users().byName("outsider").orElseThrow().displayName()));
        lead.submit("#decision-gates-digest-people form");
        assertTrue(lead.page.select("#decision-gates-digest-people").isEmpty());
        lead.submit("#decision-gates-digest-join", "project", " list", "day", "5", "quiet", "7");
        assertEquals("the key as Jira writes it", "LIST", lead.page.selectFirst("#decision-gates-digest-project").val());
        lead.submit(own("LIST"));
        reader.open("/plugins/servlet/decision-gates/digest");
        assertTrue(reader.page.select(own("LIST")).isEmpty());
    }

    @Test
    public void saysBelowTheInputThatAProjectHasNoWeekToSend() throws Exception {
        long plain = wired.jira.projects().create("PLAIN", "Plain & simple", "", "lead").id();
        wired.jira.permissions().grant(plain, Permission.BROWSE_PROJECTS, "storefront-readers");
        Browser reader = digests("reader", "");
        reader.submit("#decision-gates-digest-join", "project", "plain", "day", "5", "quiet", "7");
        assertEquals(409, reader.status);
        assertEquals("Plain & simple does not use Decisions and Blockers, so it has no week to send. Choose another project, or ask a Jira"
                + " administrator to enable Decision Gates for this one.", reader.text("#decision-gates-digest-project-about .error"));
        assertEquals("what was typed is there", "plain", reader.page.selectFirst("#decision-gates-digest-project").val());
        reader.submit("#decision-gates-digest-join", "project", " ", "day", "5", "quiet", "7");
        assertEquals(400, reader.status);
        assertEquals("Type the key of a project.", reader.text("#decision-gates-digest-project-about .error"));
        reader.submit("#decision-gates-digest-join", "project", "hidden", "day", "5", "quiet", "7");
        assertEquals(404, reader.status);
        for (String key : List.of("NEVER", "HIDDEN")) {
            reader.open("/plugins/servlet/decision-gates/digest?project=" + key);
            assertEquals("There is no project \u201C" + key + "\u201D, or you may not see it.",
                    reader.text("#decision-gates-digest-project-about .error"));
        }
        Browser admin = digests("admin", "PLAIN");
        admin.submit("#decision-gates-digest-add", "person", "reader");
        assertEquals("nobody is put on the list of such a project", 409, admin.status);
        assertTrue(admin.page.select("#decision-gates-digest-people").isEmpty());
    }

    private static String own(String project) {
        return "#decision-gates-digest-own form:has([name=leave][value=" + wired.id(project) + "])";
    }

    private static Browser digests(String who, String project) throws Exception {
        Browser browser = Browser.as(wired.box.baseUrl(), who);
        browser.open("/plugins/servlet/decision-gates/digest?project=" + project);
        assertEquals(who, 200, browser.status);
        return browser;
    }

    @Test
    public void findsAProjectByWhateverKeyPeopleTypeOrRemember() throws Exception {
        wired.open("FORMER");
        wired.create("FORMER", "Decision", new IssueInput().set("summary", "Under the old key"));
        wired.jira.projects().changeKey(wired.id("FORMER"), "LATER");
        for (String key : List.of("LATER", "later", "%20Later%09", "%E2%80%8Blater%EF%BB%BF", "%C2%A0LATER", "FORMER", "former",
                "+former%E2%80%8D")) {
            Reply reply = wired.get("lead", SUMMARY + "project=" + key);
            WiredJira.assertStatus(key, 200, reply);
            assertEquals(key, "LATER", reply.json().at("/scope/text").asText());
            assertEquals(key, 1, reply.json().at("/decisions/total").asInt());
        }
        Reply unseen = wired.get("lead", SUMMARY + "project=LA%E2%80%8BTER");
        WiredJira.assertStatus("unseen", 400, unseen);
        WiredJira.assertNames("unseen", unseen.errors(), "LA[U+200B]TER");
        WiredJira.assertStatus("a key that nobody had", 404, wired.get("lead", SUMMARY + "project=NEVER"));
        WiredJira.assertStatus("a hidden project by its former key", 404, wired.get("outsider", SUMMARY + "project=former"));
    }

    @Test
    public void countsAllThatAReaderMaySeeHoweverMuchIsListed() throws Exception {
        wired.jira.users().setActive("leaving", false);
        long scheme = wired.jira.levels().createScheme("Levels");
        long level = wired.jira.levels().create(scheme, "Few", List.of("storefront-leads")).id();
        wired.jira.levels().useScheme(wired.id(MANY), scheme);
        wired.box.box().jdbc().sql("insert into jira_issue_value (issue_id, field_id, seq, text_value) select id, ?, 0, ? from jira_issue"
                + " where project_id = ? and issue_number % 9 = 0").param(Levels.FIELD).param(String.valueOf(level)).param(wired.id(MANY))
                .update();
        try {
            OpenModel lead = assertCounted("lead");
            OpenModel reader = assertCounted("reader");
            assertTrue(lead.blockers().size() > reader.blockers().size() && lead.decisions().size() > reader.decisions().size());
            assertTrue("more than is listed", Math.min(reader.blockers().size(), reader.decisions().size()) > 200);
        } finally {
            wired.box.box().jdbc().sql("delete from jira_issue_value where field_id = ?").param(Levels.FIELD).update();
            wired.jira.users().setActive("leaving", true);
        }
    }

    private static OpenModel assertCounted(String who) throws Exception {
        OpenModel model = OpenModel.of(wired, MANY, who);
        JsonNode response = wired.get(who, SUMMARY + "project=" + MANY).json();
        assertEquals(who, "current", response.at("/header/numbers").asText());
        assertEquals(who, model.blockers().size(), response.at("/blockers/total").asInt());
        assertEquals(who, model.decisions().size(), response.at("/decisions/total").asInt());
        assertEquals(who, model.owners(), OpenModel.owners(response));
        assertEquals(who, "blockers-overdue", response.at("/headline/rule").asText());
        assertEquals(who, model.overdueBlockers(), OpenModel.numbers(response.at("/headline/arguments")));
        assertEquals(who + ": the ten longest owed are asked for", model.asks() + Math.min(10, response.at("/debt/total").asLong()),
                response.at("/asks/total").asLong());
        assertTrue("somebody left", response.at("/owners").toString().contains("\"owner\":\"Leaving\",\"active\":false"));
        return model;
    }

    /** Has this many issues in the project, every second one a Blocker, no two of them alike. */
    private static void make(String project, int issues) {
        for (int made = 0; made < issues; made++) {
            boolean decision = made % 2 == 0;
            IssueInput input = decision ? varied(item(made), made) : item(made);
            long id = wired.create(project, decision ? "Decision" : "Blocker",
                    made % 4 < 2 ? input.set(wired.field("Customer-facing"), yes()) : input).id();
            // what a Blocker must have when it is created somebody takes away afterwards
            if (!decision && made % 3 > 0) {
                IssueInput later = varied(new IssueInput(), made);
                assertTrue(
                        wired.jira.issues().update("lead", id, made % 5 == 2 ? later.set(wired.field("Fallback plan"), "") : later).done());
            }
            if (!decision && made % 11 == 0) {
                assertTrue(wired.jira.issues().transition("lead", id, ESCALATE,
                        new IssueInput().set(wired.field("Reason"), "It survived a whole review")).done());
            }
        }
    }

    private static String yes() {
        return wired.jira.fields().options(wired.field("Customer-facing")).stream().filter(option -> option.value().equals("Yes"))
                .map(option -> String.valueOf(option.id()))
                .findFirst().orElseThrow();
    }

    private static IssueInput varied(IssueInput input, int number) {
        List<String> owners = List.of("owner", "lead", "", "leaving", "stakeholder");
        List<Integer> days = List.of(-3, 9, 0, -40, 2, -1);
        return input.set(wired.field("Owner"), owners.get(number / 2 % 5))
                .set("duedate", number % 7 == 0 ? "" : LocalDate.now(wired.jira.clock()).plusDays(days.get(number / 2 % 6)).toString());
    }

    private static IssueInput item(int number) {
        IssueInput input = new IssueInput().set("summary", number + HOSTILE.substring(0, 200))
                .set("duedate", TestTime.today().plusDays(7).toString())
                .set(wired.field("Owner"), "owner");
        return number % 2 == 0 ? input
                : input.set(wired.field("Fallback plan"), "Keep the present provider and call the customers. " + HOSTILE);
    }

    @Test
    public void aFrozenWeekStaysWhatItWasWhateverHappensToItsIssues() throws Exception {
        closeWeeks();
        assertEquals(8, frozen());
        Reply frozen = wired.get("lead", SUMMARY + "project=SHOP&week=last");
        WiredJira.assertStatus("last week", 200, frozen);
        assertFalse(frozen.body(), frozen.json().at("/header/frozenAt").isMissingNode());
        assertTrue(frozen.json().at("/header/rebuilt").asBoolean());
        assertEquals("whose it was is told of all that was open", frozen.json().at("/decisions/total").asLong(),
                OpenModel.owners(frozen.json()).values().stream().mapToLong(OpenModel.Held::open).sum());
        assertTrue(frozen.body(), frozen.json().at("/owners/total").asInt() > 0 && frozen.json().at("/decisions/rows").isEmpty());
        for (long id : wired.jira.issues().idsOf(wired.jira.projects().byKey("SHOP").orElseThrow().id())) {
            wired.jira.issues().update("admin", id, new IssueInput().set("summary", "Renamed"));
        }
        closeWeeks();
        assertEquals("closing twice adds nothing", 8, frozen());
        assertEquals(frozen.body(), wired.get("lead", SUMMARY + "project=SHOP&week=last").body());
        assertEquals("compared with it", 200, wired.get("lead", SUMMARY + "project=SHOP").status());
        String body = jdbc("select \"BODY\" from T where " + lastWeek());
        wired.box.box().jdbc().sql(table(
                "update T set \"BODY\" = replace(\"BODY\", '\"evaluated\":', '\"evaluated\":1') where " + lastWeek()))
                .update();
        Reply altered = wired.get("lead", SUMMARY + "project=SHOP&week=last");
        WiredJira.assertStatus("an altered week", 409, altered);
        WiredJira.assertReadable("an altered week", altered.errors());
        assertEquals("the current week is told all the same", 200, wired.get("lead", SUMMARY + "project=SHOP").status());
        wired.box.box().jdbc().sql(table("update T set \"BODY\" = ? where " + lastWeek())).param(body).update();
        assertEquals(frozen.body(), wired.get("lead", SUMMARY + "project=SHOP&week=last").body());
    }

    @Test
    public void leadsFromTheProjectsPageToPeopleAndToTheDigest() throws Exception {
        String week = "/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-week-link";
        Document page = Jsoup.parse(wired.get("lead", week).body());
        Element person = page.select(".decision-gates-week-blockers td a.decision-gates-week-avatar").first();
        for (String address : List.of(person.attr("href"), person.select("img").attr("src"),
                page.select("a.decision-gates-week-digest").attr("href"))) {
            assertTrue(address, address.startsWith("/jira/"));
            WiredJira.assertStatus(address, 200, wired.get("lead", address.substring("/jira".length())));
        }
        assertTrue(person.attr("aria-label"), person.attr("aria-label").startsWith("Profile of "));
        Document unknown = Jsoup.parse(wired.get("lead", week + "&owner=Mya&week=2026-W77").body());
        assertTrue(unknown.text(), unknown.text().contains("\"2026-W77\" in the address is not a week.")
                && unknown.text().contains("Nobody called Mya owns anything that is open in this week. Owners of what is open:"));
        assertTrue(unknown.toString(), unknown.select(".decision-gates-week-menu a").attr("href").contains("&owner="));
        assertEquals(List.of(), wired.box.blockedCalls());
    }

    @Test
    public void anAnswerThatIsKnownIsNotSentAgain() throws Exception {
        Reply first = wired.get("lead", SUMMARY + "project=SHOP");
        assertEquals(200, first.status());
        Reply second = wired.get("lead", SUMMARY + "project=SHOP", "If-None-Match", first.tag());
        // the history of the project may just be read, and then the next answer is a new one
        for (int answers = 1; second.status() == 200 && answers < 20; answers++) {
            second = wired.get("lead", SUMMARY + "project=SHOP", "If-None-Match", second.tag());
        }
        assertEquals(304, second.status());
        assertEquals("", second.body());
    }

    @Test
    public void aQueryShowsNothingOfWhatIsHidden() throws Exception {
        String hidden = wired.get("reader", SUMMARY + "jql=" + encoded("project = RISK")).body();
        String none = wired.get("reader", SUMMARY + "jql=" + encoded("project = GONE")).body();
        assertEquals(none, hidden.replace("RISK", "GONE"));
        JsonNode all = wired.get("reader", SUMMARY + "jql=" + encoded("order by key")).json();
        assertFalse(all.toString(), all.at("/header/partial").asBoolean());
        assertTrue(all.toString(), all.at("/blockers/total").asInt() > 0);
        assertFalse(all.toString().contains("Storefront risks"));
        assertEquals(400, wired.get("reader", SUMMARY + "jql=" + encoded("project = SHOP) OR (project = RISK")).status());
    }

    @Test
    public void theProjectShowsItsWeekInTheSidebar() throws Exception {
        Browser browser = Browser.as(wired.box.baseUrl(), "reader");
        browser.open("/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-week-link");
        assertEquals("Storefront", browser.page.select(".decision-gates-week-scope strong").text());
        assertTrue(browser.page.html(), browser.page.select("a.decision-gates-week-previous").size() == 1);
        assertTrue(browser.page.html(), browser.page.text().contains("Decisions & Blockers"));
    }

    private static void closeWeeks() throws Exception {
        wired.box.box().jdbc().sql("update sandbox_job set next_run = 0 where id = ?").param(JOB).update();
        // two looks that find the same rows after the job was claimed: it is done
        await().atMost(Duration.ofMinutes(2)).during(Duration.ofMillis(200)).until(() -> frozen() == 8
                && wired.box.box().jdbc().sql("select next_run from sandbox_job where id = ?").param(JOB).query(Long.class).single() > 0);
    }

    private static int frozen() {
        return Integer.parseInt(jdbc("select count(*) from T where " + shop()));
    }

    private static String lastWeek() {
        return shop() + " and \"ISO_WEEK\" = (select max(\"ISO_WEEK\") from T)";
    }

    private static String shop() {
        return "\"SCOPE\" = 'project:" + wired.id("SHOP") + "'";
    }

    private static String jdbc(String sql) {
        return String.valueOf(wired.box.box().jdbc().sql(table(sql)).query((row, number) -> row.getString(1)).single());
    }

    private static String table(String sql) {
        String name = wired.box.box().jdbc()
                .sql("select table_name from information_schema.tables where table_name like 'AO%WEEK_SNAPSHOT%'").query(String.class)
                .single();
        return sql.replace(" T ", " \"" + name + "\" ").replace(" T)", " \"" + name + "\")");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
