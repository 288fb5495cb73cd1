package org.decisiongates.sandbox.wired;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;

import kong.unirest.core.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.confluence.ConfluenceProduct;
import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.RestClient;
import org.decisiongates.sandbox.host.RunningBox;

/** The jar we ship in a Confluence without any Jira types, and something at the other end of its application link. */
public class WeeklySummaryWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String ATTACK = "'\\\"><img src=x onerror=alert(1)>";
    private static final String NO_ROWS = "{\"total\":0,\"rows\":[]}";
    private static final String NOTHING = "{\"scope\":{\"kind\":\"project\",\"text\":\"SHOP\",\"name\":\"Storefront\"},"
            + "\"header\":{\"week\":\"2026-W47\","
            + "\"zone\":\"Europe/Berlin\",\"asOf\":\"2026-11-20T09:15:00Z\",\"browseUrl\":\"http://elsewhere.invalid/browse/\",\"rebuilt\":false,"
            + "\"enabled\":true,\"partial\":false,\"numbers\":\"current\"},\"headline\":{\"rule\":\"nothing-to-report\",\"arguments\":[]},"
            + "\"questions\":[],\"gates\":{\"evaluated\":0,\"passed\":0,\"refused\":0,\"failed\":0,\"waived\":0,\"rules\":[]},"
            + "\"blockers\":" + NO_ROWS + ",\"decisions\":" + NO_ROWS + ",\"owners\":" + NO_ROWS + ",\"movement\":" + NO_ROWS
            + ",\"closures\":" + NO_ROWS
            + ",\"reopened\":" + NO_ROWS + ",\"figures\":" + NO_ROWS + ",\"asks\":" + NO_ROWS + "}";
    private static final String ONE_BLOCKER = NOTHING.replace("\"blockers\":" + NO_ROWS,
            "\"blockers\":{\"total\":1,\"rows\":[{\"key\":\"SHOP-7\",\"summary\":\"Payment provider " + ATTACK
                    + "\",\"phase\":\"Open\",\"owner\":\"owner\","
                    + "\"ownerActive\":true,\"due\":\"2026-11-18\",\"overdue\":true,\"ageDays\":12,\"fallback\":\"\",\"customerFacing\":true,"
                    + "\"escalated\":false,\"notYetKnown\":[1]}]}");

    private static JiraStub jira;
    private static RunningBox confluence;

    @BeforeClass
    public static void start() throws IOException {
        jira = new JiraStub();
        Options options = BOXES.options().withPeer("jira", jira.address()).withSecret("shared by both");
        confluence = BOXES.start(new ConfluenceProduct(), options, BuiltPlugin.jar());
    }

    @AfterClass
    public static void stopsWithoutLeavingAThreadBehind() throws InterruptedException {
        jira.close();
        if (confluence != null) {
            confluence.close();
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("decision-gates-jira")) {
                thread.join(10_000);
                assertFalse(thread.getName(), thread.isAlive());
            }
        }
    }

    @Test
    public void showsTheWeekAsTheReader() throws Exception {
        jira.saysSummary(ONE_BLOCKER);
        int before = jira.questions().size();

        Document page = samplePage("stakeholder");

        assertEquals(List.of("/jira/rest/decision-gates/1.0/summary?project=SHOP stakeholder"),
                jira.questions().subList(before, jira.questions().size()));
        assertEquals(List.of("Open blockers: 1"), page.select(".decision-gates-week-blockers h2").eachText());
        assertEquals(jira.address() + "/browse/SHOP-7", page.select(".decision-gates-week-blockers tbody a").attr("href"));
        assertTrue(page.text().contains("There are no open decisions among the issues you may browse."));
        assertEquals(0, page.select(".decision-gates-week img").size());
    }

    @Test
    public void leadsToTheWeekBeforeAndBackOnTheSamePage() throws Exception {
        jira.saysSummary(NOTHING);
        String own = samplePage("lead").select("a.decision-gates-week-previous").attr("href");
        assertTrue(own, own.matches("/confluence/.*pageId=[0-9]+&decision-week=[0-9a-f]{8}-2026-W46"));
        int before = jira.questions().size();

        jira.saysSummary(NOTHING.replace("2026-W47", "2026-W46"));
        Document page = Jsoup.parse(get(own.substring("/confluence".length()), "lead").getBody());

        assertEquals(List.of("/jira/rest/decision-gates/1.0/summary?project=SHOP&week=2026-W46 lead"),
                jira.questions().subList(before, jira.questions().size()));
        assertTrue(page.select("a.decision-gates-week-previous").attr("href").endsWith("-2026-W45"));
        assertTrue("it is over", page.select("a.decision-gates-week-next").attr("href").endsWith("-2026-W47"));
        String back = page.select("a.decision-gates-week-current").attr("href");
        assertEquals(own.replaceFirst("&decision-week=.*", ""), back);
        assertEquals(0, Jsoup.parse(get(back.substring("/confluence".length()), "lead").getBody())
                .select("a.decision-gates-week-current").size());
    }

    @Test
    public void callsNothingThatTheAllowListBlocks() throws Exception {
        jira.saysSummary(ONE_BLOCKER);
        samplePage("lead");
        jira.says(new JiraStub.Answer(403, "application/json", "", ""));
        samplePage("auditor");

        assertEquals(List.of(), confluence.blockedCalls().stream().filter(call -> call.contains("decisiongates")).toList());
    }

    @Test
    public void bringsItsStyleSheet() throws Exception {
        jira.saysSummary(NOTHING);

        String sheet = samplePage("lead").select("link[href*=decision-gates:weekly-summary]").attr("href");

        assertTrue(sheet, sheet.startsWith("/confluence/"));
        assertTrue(get(sheet.substring("/confluence".length()), "lead").getBody().contains(".decision-gates-week-table"));
    }

    @Test
    public void explainsAParameterThatIsNoProject() throws Exception {
        assertTrue(preview(
                "<ac:structured-macro ac:name=\"decision-weekly-summary\"><ac:parameter ac:name=\"project\">&lt;b&gt;</ac:parameter>"
                        + "</ac:structured-macro>")
                .contains("is not the key of a Jira project"));
        assertTrue(preview("<ac:structured-macro ac:name=\"decision-weekly-summary\"><ac:parameter ac:name=\"project\">SHOP</ac:parameter>"
                + "<ac:parameter ac:name=\"jira\">nobody</ac:parameter></ac:structured-macro>")
                .contains("There is no Jira link named nobody"));
    }

    private static Document samplePage(String user) throws Exception {
        HttpResponse<String> page = get("/display/SHOP/Weekly+decision+summary", user);
        assertEquals(200, page.getStatus());
        return Jsoup.parse(page.getBody());
    }

    /** A new page holding {@code storage}, as readers see it. */
    private static String preview(String storage) throws Exception {
        String title = "Page " + System.identityHashCode(storage);
        String body = "{\"type\":\"page\",\"title\":\"" + title
                + "\",\"space\":{\"key\":\"SHOP\"},\"body\":{\"storage\":{\"representation\":\"storage\",\"value\":\""
                + storage.replace("\"", "\\\"") + "\"}}}";
        HttpResponse<String> created = RestClient.at(confluence.baseUrl()).post("/rest/api/content").basicAuth("lead", "lead")
                .header("Content-Type", "application/json").body(body).asString();
        assertEquals(created.getBody(), 200, created.getStatus());
        return get("/display/SHOP/" + title.replace(' ', '+'), "lead").getBody();
    }

    private static HttpResponse<String> get(String path, String user) {
        return RestClient.at(confluence.baseUrl()).get(path).basicAuth(user, user).asString();
    }
}
