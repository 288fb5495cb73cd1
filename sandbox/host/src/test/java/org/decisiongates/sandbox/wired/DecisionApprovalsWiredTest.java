package org.decisiongates.sandbox.wired;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import kong.unirest.core.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.confluence.ConfluenceProduct;
import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.RestClient;
import org.decisiongates.sandbox.host.RunningBox;

/** The macro of approvals of the jar we ship, and something at the other end of the application link. */
public class DecisionApprovalsWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String RESOURCE = "/jira/rest/decision-gates/1.0/approvals?";
    private static final String ISSUE = "{\"asked\":\"%1$s\",\"key\":\"%1$s\",\"summary\":\"'\\\"><img src=x onerror=alert(1)>\","
            + "\"takesApprovals\":true,\"over\":false,\"requested\":true,\"more\":0,\"requirements\":[{\"name\":\"Legal\",\"stage\":1,"
            + "\"state\":\"open\",\"given\":1,\"needed\":2,\"missing\":[],\"missingCount\":3,\"more\":0,\"verdicts\":[{\"person\":"
            + "{\"key\":\"lena\",\"name\":\"Lena Lund\",\"active\":true},\"kind\":\"approved\",\"standing\":\"stale\","
            + "\"at\":\"2026-11-20T09:15:00Z\",\"changed\":[\"options\"],\"ofANewerVersion\":[1]}]}]}";

    private static JiraStub jira;
    private static RunningBox confluence;
    private static int pages;

    @BeforeClass
    public static void start() throws IOException {
        jira = new JiraStub();
        confluence = BOXES.start(new ConfluenceProduct(), BOXES.options().withPeer("jira", jira.address()).withSecret("shared by both"),
                BuiltPlugin.jar());
    }

    @AfterClass
    public static void stop() {
        jira.close();
    }

    @Before
    public void jiraAnswers() {
        jira.saysSummary(overview("SHOP-1", "SHOP-2", "SHOP-3", "SHOP-4"));
    }

    @Test
    public void asksOnceForAllMacrosOfAPageInTheNameOfTheReader() {
        String page = page("SHOP-1", "shop-2, SHOP-1", "SHOP-3 SECRET-9");
        int before = jira.questions().size();

        Document shown = shown(page, "stakeholder");

        assertEquals(List.of(RESOURCE + "issue=SHOP-1&issue=SHOP-2&issue=SHOP-3&issue=SECRET-9 stakeholder"), since(before));
        assertEquals(List.of("SHOP-1", "SHOP-2", "SHOP-1", "SHOP-3"),
                shown.select(".decision-gates-approvals-macro a[href*=browse]").eachText());
        assertEquals(jira.address() + "/browse/SHOP-1", shown.select(".decision-gates-approvals-macro a").attr("href"));
        assertEquals("one of the three names what is not there", 1,
                shown.select("p:contains(you may not see it in Jira: SECRET-9)").size());
        assertTrue(shown.text(), shown.text().contains("Lena Lund approved, 20 Nov 2026 10:15: stale Changed since: options")
                || shown.text().contains("Lena Lund approved, Nov 20, 2026 10:15: stale Changed since: options"));
        assertEquals(0, shown.select(".decision-gates-approvals-macro img").size());

        shown(page, "stakeholder");
        assertEquals("a copy is shown for a minute", 1, since(before).size());
        shown(page, "lead");
        assertEquals("to nobody else", 2, since(before).size());
        assertEquals(List.of(), confluence.blockedCalls().stream().filter(call -> call.contains("decisiongates")).toList());
    }

    @Test
    public void asksForWeeksAndApprovalsOnAPageInACallEach() {
        String page = stored(macro("SHOP-1") + macro("SHOP-2")
                + "<ac:structured-macro ac:name=\"decision-weekly-summary\"><ac:parameter ac:name=\"project\">SHOP</ac:parameter>"
                + "</ac:structured-macro>");
        int before = jira.questions().size();
        shown(page, "owner");
        assertEquals(List.of(RESOURCE + "issue=SHOP-1&issue=SHOP-2 owner", "/jira/rest/decision-gates/1.0/summary?project=SHOP owner"),
                since(before).stream().sorted().toList());
    }

    @Test
    public void saysWhyThereIsNothingToShow() {
        assertTrue(read(page("SHOP"), "lead").text().contains("is not the key of an issue"));
        assertTrue(read(page(""), "lead").text().contains("The macro needs an issue"));
        assertTrue(read(stored("<ac:structured-macro ac:name=\"decision-approvals\"><ac:parameter ac:name=\"issues\">SHOP-1</ac:parameter>"
                + "<ac:parameter ac:name=\"jira\">nobody</ac:parameter></ac:structured-macro>"), "lead").text()
                .contains("There is no Jira link named nobody"));
        jira.saysSummary(overview());
        String hidden = read(page("SECRET-1"), "lead").text();
        assertTrue(hidden, hidden.contains("You cannot see these issues in Jira"));
        jira.says(new JiraStub.Answer(404, "text/html", "<h1>Not found</h1>", ""));
        assertTrue(read(page("OLD-1"), "lead").text().contains("Decision Gates does not answer in Jira"));
        jira.says(new JiraStub.Answer(401, "application/json", "{}", "OAuth problem=\"no matching user\""));
        assertTrue(read(page("OLD-2"), "lead").text().contains("Jira has no user for you"));
        jira.says(new JiraStub.Answer(503, "text/html", "starting", ""));
        assertTrue(read(page("OLD-3"), "lead").text().contains("Jira is busy"));
    }

    @Test
    public void asksAgainForWhomeverFollowsTheLinkAndOnlyWhatThePageAsks() throws Exception {
        String page = page("SHOP-4");
        String refresh = shown(page, "lead").select("a.decision-gates-approvals-refresh").attr("href").substring("/confluence".length());
        TimeUnit.MILLISECONDS.sleep(5_100);
        int before = jira.questions().size();
        assertEquals(303, get(refresh.replace("SHOP-4", "SHOP-1"), "lead").getStatus());
        assertEquals("the page does not ask that", List.of(), since(before));
        HttpResponse<String> sent = get(refresh, "lead");
        assertEquals(303, sent.getStatus());
        assertTrue(sent.getHeaders().getFirst("Location").contains("/pages/viewpage.action?pageId="));
        assertEquals(List.of(RESOURCE + "issue=SHOP-4 lead"), since(before));
    }

    @Test
    public void isInThePdfAndInWordWithoutLinksToThePage() {
        Document page = shown(page("SHOP-2"), "lead");
        String id = page.select("meta[name=ajs-page-id]").attr("content");
        for (String path : List.of("/spaces/flyingpdf/pdfpageexport.action?pageId=" + id, "/exportword?pageId=" + id)) {
            Document exported = Jsoup.parse(get(path, "lead").getBody());
            assertTrue(path, exported.text().contains("Legal: 1 of 2 approved"));
            assertEquals(path, 0, exported.select("a.decision-gates-approvals-refresh").size());
        }
        assertFalse(id.isEmpty());
    }

    private static String overview(String... keys) {
        return "{\"asOf\":\"2026-11-20T10:00:00Z\",\"zone\":\"Europe/Berlin\",\"issues\":["
                + Stream.of(keys).map(ISSUE::formatted).collect(Collectors.joining(",")) + "],\"unseen\":[\"SECRET-1\",\"SECRET-9\"]}";
    }

    private static List<String> since(int before) {
        // a call that finds out whether a slow Jira answers at all asks nothing
        return jira.questions().subList(before, jira.questions().size()).stream().filter(asked -> !asked.contains("/batch ")).toList();
    }

    private static String page(String... issues) {
        return stored(Stream.of(issues).map(DecisionApprovalsWiredTest::macro).collect(Collectors.joining()));
    }

    private static String macro(String issues) {
        return "<ac:structured-macro ac:name=\"decision-approvals\"><ac:parameter ac:name=\"issues\">" + issues
                + "</ac:parameter></ac:structured-macro>";
    }

    /** Address of a new page. */
    private static String stored(String storage) {
        String title = "Approvals " + ++pages;
        HttpResponse<String> created = RestClient.at(confluence.baseUrl()).post("/rest/api/content").basicAuth("lead", "lead")
                .header("Content-Type", "application/json")
                .body("{\"type\":\"page\",\"title\":\"" + title
                        + "\",\"space\":{\"key\":\"SHOP\"},\"body\":{\"storage\":{\"representation\":\"storage\",\"value\":\""
                        + storage.replace("\"", "\\\"") + "\"}}}")
                .asString();
        assertEquals(created.getBody(), 200, created.getStatus());
        return "/display/SHOP/" + title.replace(' ', '+');
    }

    /** The page once Jira has answered, however busy the machine is: it waits two seconds itself. */
    private static Document shown(String page, String user) {
        return await(page).atMost(Duration.ofMinutes(1)).pollDelay(Duration.ZERO).until(() -> read(page, user),
                shown -> !shown.text().contains("Jira is still reading the approvals"));
    }

    private static Document read(String page, String user) {
        HttpResponse<String> shown = get(page, user);
        assertEquals(200, shown.getStatus());
        return Jsoup.parse(shown.getBody());
    }

    private static HttpResponse<String> get(String path, String user) {
        return RestClient.at(confluence.baseUrl()).get(path).basicAuth(user, user).asString();
    }
}
