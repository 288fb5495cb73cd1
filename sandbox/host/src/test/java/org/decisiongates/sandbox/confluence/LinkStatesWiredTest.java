package org.decisiongates.sandbox.confluence;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import kong.unirest.core.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.RunningBox;

/** The packaged app's macro on a page, with a Jira that is there, away, slow or strange. */
public class LinkStatesWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String PAGE = "/display/SHOP/Weekly+decision+summary";
    private static RunningBox box;
    private static HttpServer jira;
    private static volatile Answer answer;
    private static final AtomicReference<HttpExchange> LAST = new AtomicReference<>();
    private static final CountDownLatch OVER = new CountDownLatch(1);

    private final Reader admin = Reader.named(box, "admin");
    private final Reader lead = Reader.named(box, "lead");

    /** What the pretended Jira does with a request. */
    private interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    @BeforeClass
    public static void start() throws IOException {
        box = BOXES.start(new ConfluenceProduct(), BOXES.options().withSecret("only here"),
                BuiltPlugin.jar());
        jira = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        jira.setExecutor(Executors.newCachedThreadPool());
        jira.createContext("/jira", exchange -> {
            LAST.set(exchange);
            try (exchange) {
                answer.to(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        jira.start();
    }

    @AfterClass
    public static void stop() {
        OVER.countDown();
        if (jira != null) {
            jira.stop(0);
        }
    }

    @Before
    public void link() {
        link("Jira", "http://127.0.0.1:" + jira.getAddress().getPort() + "/jira");
    }

    @After
    public void unlink() {
        String id = linkId();
        if (!id.isEmpty()) {
            links("do", "remove", "id", id);
        }
    }

    @Test
    public void saysThatNoJiraIsLinked() {
        unlink();
        assertShows("Confluence is not connected to Jira");
    }

    @Test
    public void showsWhatJiraAnswersAndLoadsItsStyle() {
        answer = json(summary("<b>Checkout</b> is down"));
        String page = assertShows("&lt;b&gt;Checkout&lt;/b&gt; is down");
        assertTrue(page.contains("weekly-summary.css"));
        assertFalse(page.contains("<b>Checkout</b>"));
        assertTrue(page.contains("and decisions that nobody owns."));
    }

    @Test
    public void asksInTheNameOfTheReader() {
        answer = json(summary("x"));
        lead.get(PAGE);
        assertEquals("lead", LAST.get().getRequestHeaders().getFirst("X-Sandbox-Link"));
        assertNotNull(LAST.get().getRequestHeaders().getFirst("X-Sandbox-Link-Signature"));
        assertEquals("/jira/rest/decision-gates/1.0/summary?project=SHOP", LAST.get().getRequestURI().toString());
    }

    /**
     * The link signs when a call is executed, on one of four threads that all readers share and that take turns: three readers, so that
     * each thread works for each of them.
     */
    @Test
    public void actsForNobodyOnceACallIsOver() {
        String page = publicPage("For everybody to read");
        answer = json(summary("x"));
        for (int round = 0; round < 4; round++) {
            link("Jira", "http://127.0.0.1:" + jira.getAddress().getPort() + "/jira/round-" + round);
            for (String reader : new String[] {"lead", null, "owner"}) {
                LAST.set(null);
                HttpResponse<String> shown = (reader == null ? Reader.anonymous(box) : Reader.named(box, reader)).get(page);
                assertEquals(200, shown.getStatus());
                assertEquals(reader, LAST.get().getRequestHeaders().getFirst("X-Sandbox-Link"));
            }
        }
    }

    @Test
    public void asksForNobodyWhenTheLinkKnowsNoReaders() {
        links("do", "mode", "id", linkId(), "mode", "NONE");
        answer = json(summary("x"));
        lead.get(PAGE);
        assertEquals(null, LAST.get().getRequestHeaders().getFirst("X-Sandbox-Link"));
    }

    @Test
    public void showsTheSummaryInPrintAndInWord() {
        answer = json(summary("Checkout is down"));
        String id = Reader.read(lead.get("/rest/api/content?spaceKey=SHOP&title=Weekly%20decision%20summary")).path("results").path(0)
                .path("id").asText();
        for (String path : List.of("/spaces/flyingpdf/pdfpageexport.action?pageId=" + id, "/exportword?pageId=" + id)) {
            String page = lead.get(path).getBody();
            assertTrue(page, page.contains("Checkout is down"));
            assertFalse(page.contains("<script"));
            assertFalse(page.contains("<link"));
        }
    }

    @Test
    public void saysThatJiraIsAway() throws IOException {
        int dead;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            dead = socket.getLocalPort();
        }
        link("Jira", "http://127.0.0.1:" + dead + "/jira");
        assertShows("Jira is not available");
    }

    @Test
    public void saysThatJiraKnowsNoSuchUser() {
        answer = exchange -> {
            exchange.getResponseHeaders().set("WWW-Authenticate", "OAuth problem=\"no matching user\"");
            send(exchange, 401, "application/json", "{}");
        };
        assertShows("Jira has no user for you");
    }

    @Test
    public void isNotFooledByALogInPage() {
        answer = exchange -> send(exchange, 200, "text/html", "<html><body>No open blockers</body></html>");
        String page = assertShows("Jira did not accept the request");
        assertFalse(page.contains("No open blockers</body>"));
    }

    @Test
    public void followsNoRedirect() {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Location", "/jira/login.jsp");
            send(exchange, 302, "text/plain", "");
        };
        assertShows("Jira did not accept the request");
    }

    @Test
    public void givesUpOnAJiraThatDrips() throws InterruptedException {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            while (!OVER.await(200, TimeUnit.MILLISECONDS)) {
                body.write(' ');
                body.flush();
            }
        };
        assertShows("Jira is still preparing the summary");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertShows("Jira did not answer in time"));
    }

    @Test
    public void fillsAPageOfTwentySummariesAndTellsNobodyElseThatJiraIsSlow() throws Exception {
        link("Jira", "http://127.0.0.1:" + jira.getAddress().getPort() + "/jira/busy");
        Semaphore processors = new Semaphore(2);
        answer = exchange -> {
            String query = String.valueOf(exchange.getRequestURI().getRawQuery());
            List<String> parts = new ArrayList<>();
            long start = System.nanoTime();
            for (String question : query.split("&")) {
                boolean first = parts.isEmpty();
                if (question.startsWith("q=") && !first && System.nanoTime() - start > 1_000_000_000) {
                    parts.add("{\"status\":202}");
                } else if (question.contains("week")) {
                    // What 800 issues take on two busy processors.
                    processors.acquire();
                    TimeUnit.MILLISECONDS.sleep(400);
                    processors.release();
                    parts.add("{\"status\":200,\"summary\":" + summary("Number " + question.substring(question.length() - 2)) + "}");
                }
            }
            send(exchange, 200, "application/json",
                    exchange.getRequestURI().getPath().endsWith("/batch") ? "{\"answers\":[" + String.join(",", parts) + "]}"
                            : summary(query.contains("week") ? "Number " + query.substring(query.length() - 2) : "Checkout is down"));
        };
        String twenty = publicPage("Twenty weeks", IntStream.rangeClosed(1, 20).mapToObj(
                "<ac:parameter ac:name=\\\"project\\\">SHOP</ac:parameter><ac:parameter ac:name=\\\"week\\\">2026-W%02d</ac:parameter>"::formatted)
                .toList());
        List<String> others = new CopyOnWriteArrayList<>();
        ExecutorService readers = Executors.newFixedThreadPool(7);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (String name : List.of("lead", "owner", "stakeholder", "reader")) {
                all.add(readers.submit(() -> {
                    Document page = await(name).atMost(Duration.ofMinutes(1)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(500))
                            .until(() -> {
                                Document now = Jsoup.parse(Reader.named(box, name).get(twenty).getBody());
                                assertFalse(name, now.text().contains("Jira did not answer in time"));
                                return now;
                            }, now -> !now.select(".decision-gates-week table").isEmpty()
                                    && !now.text().contains("Jira is still preparing the summary"));
                    assertEquals(name, 20, page.select("td:contains(Number)").size());
                    return null;
                }));
            }
            for (String name : List.of("auditor", "outsider", "visitor")) {
                all.add(readers.submit(() -> {
                    for (int view = 0; view < 12; view++) {
                        others.add(Reader.named(box, name).get(PAGE).getBody());
                        TimeUnit.MILLISECONDS.sleep(250);
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            readers.shutdownNow();
        }
        assertEquals(36, others.size());
        others.forEach(page -> assertFalse(Jsoup.parse(page).text(),
                page.contains("Jira did not answer in time") || page.contains("Jira is busy")));
        assertEquals(3, others.subList(33, 36).stream().filter(page -> page.contains("Checkout is down")).count());
    }

    @Test
    public void asksTheReaderToApproveAndThenShowsTheSummary() {
        links("do", "mode", "id", linkId(), "mode", "NEEDS_AUTHORISATION");
        answer = json(summary("Checkout is down"));
        String page = assertShows("Log in to Jira and approve");
        String path = page.substring(page.indexOf("/plugins/servlet/applinks/oauth"));
        path = path.substring(0, path.indexOf('"')).replace("&amp;", "&");
        assertTrue(lead.get(path).getBody().contains("Approve access?"));
        HttpResponse<String> approved = lead.form(path, path, "applicationLinkID", linkId(), "redirectUrl", "https://evil.example/");
        assertEquals(302, approved.getStatus());
        assertTrue(approved.getHeaders().getFirst("Location").startsWith("/confluence/"));
        assertShows("Checkout is down");
        assertTrue(Reader.named(box, "reader").get(PAGE).getBody().contains("Log in to Jira and approve"));
    }

    @Test
    public void previewsTheMacroFromTheMacroBrowser() {
        answer = json(summary("Checkout is down"));
        String editor = lead.get("/pages/createpage.action?spaceKey=SHOP").getBody();
        assertTrue(editor.contains("data-macro-name=\"decision-weekly-summary\""));
        assertTrue(editor.contains("Jira project key"));
        assertFalse("a text of the macro is missing", editor.contains("org.decisiongates.decision-gates.decision-weekly-summary"));
        assertTrue("a macro is found by its picture",
                editor.contains("/confluence/download/resources/org.decisiongates.decision-gates:macro-images/weekly-summary.png"));
        assertEquals(200, lead.get("/download/resources/org.decisiongates.decision-gates:macro-images/weekly-summary.png").getStatus());
        assertTrue("no link that leads nowhere", editor.contains("&quot;help&quot;:&quot;&quot;"));
        String bare = lead.json("POST", "/rest/tinymce/1/macro/preview",
                "{\"spaceKey\":\"SHOP\",\"macro\":{\"name\":\"decision-weekly-summary\",\"params\":{}}}").getBody();
        assertTrue("help is a click away", bare.contains("href=\"/confluence/plugins/servlet/decision-gates/help\""));
        String preview = lead.json("POST", "/rest/tinymce/1/macro/preview",
                "{\"spaceKey\":\"SHOP\",\"macro\":{\"name\":\"decision-weekly-summary\",\"params\":{\"project\":\"SHOP\"}}}").getBody();
        assertTrue(preview, preview.contains("Checkout is down"));
    }

    @Test
    public void asksAnewWhenTheReaderWantsItAndMaySeeThePage() throws Exception {
        answer = json(summary("Checkout is down"));
        String page = publicPage("For everybody to refresh");
        for (Reader reader : List.of(lead, Reader.anonymous(box))) {
            String refresh = Jsoup.parse(reader.get(page).getBody()).select(".decision-gates-week-refresh").attr("href")
                    .substring("/confluence".length());
            TimeUnit.MILLISECONDS.sleep(5_100);
            LAST.set(null);
            HttpResponse<String> sent = reader.get(refresh);
            assertEquals(303, sent.getStatus());
            assertNotNull("Jira is asked", LAST.get());
            assertTrue(reader.get(sent.getHeaders().getFirst("Location").substring("/confluence".length())).getBody()
                    .contains("Checkout is down"));
        }
        String hidden = Jsoup.parse(lead.get(PAGE).getBody()).select(".decision-gates-week-refresh").attr("href")
                .substring("/confluence".length());
        TimeUnit.MILLISECONDS.sleep(5_100);
        LAST.set(null);
        assertEquals(303, Reader.anonymous(box).get(hidden).getStatus());
        assertEquals(303, lead.get(hidden.replace("project=SHOP", "project=OTHER")).getStatus());
        assertEquals("nobody asks what he cannot see, or what the page does not ask", null, LAST.get());
    }

    /** Whoever is logged in without a licence is not sent to a log-in that could not help him. */
    @Test
    public void leadsWhoeverRefreshesBackToThePageAndNeverToTheLogIn() {
        answer = json(summary("Checkout is down"));
        String page = publicPage("For everybody to be led back to");
        String refresh = Jsoup.parse(lead.get(page).getBody()).select(".decision-gates-week-refresh").attr("href")
                .substring("/confluence".length());
        Reader unlicensed = Reader.named(box, "unlicensed");
        assertNotEquals("Confluence does not show him the page", 200, unlicensed.get(page).getStatus());
        LAST.set(null);
        for (Reader reader : List.of(unlicensed, Reader.anonymous(box), lead)) {
            HttpResponse<String> sent = reader.get(refresh);
            assertEquals(303, sent.getStatus());
            assertTrue(sent.getHeaders().getFirst("Location").startsWith("/confluence/pages/viewpage.action?pageId="));
            if (reader == unlicensed) {
                assertEquals("nobody asks for him", null, LAST.get());
            }
        }
    }

    private String assertShows(String text) {
        HttpResponse<String> page = lead.get(PAGE);
        assertEquals(200, page.getStatus());
        assertTrue(page.getBody(), page.getBody().contains(text));
        assertEquals(List.of(), box.blockedCalls());
        return page.getBody();
    }

    /** Address of a page with the macro that everybody may read. */
    private String publicPage(String title) {
        return publicPage(title, List.of("<ac:parameter ac:name=\\\"project\\\">SHOP</ac:parameter>"));
    }

    private String publicPage(String title, List<String> parameters) {
        String macros = parameters.stream()
                .map(one -> "<ac:structured-macro ac:name=\\\"decision-weekly-summary\\\" ac:schema-version=\\\"1\\\">" + one
                        + "</ac:structured-macro>")
                .collect(Collectors.joining());
        HttpResponse<String> created = admin.json("POST", "/rest/api/content",
                "{\"type\":\"page\",\"title\":\"" + title + "\",\"space\":{\"key\":\"OPS\"},"
                        + "\"body\":{\"storage\":{\"representation\":\"storage\",\"value\":\"" + macros + "\"}}}");
        assertEquals(created.getBody(), 200, created.getStatus());
        return "/display/OPS/" + title.replace(' ', '+');
    }

    private void link(String name, String url) {
        links("do", "add", "name", name, "url", url);
    }

    private void links(String... fields) {
        HttpResponse<String> sent = admin.form("/admin/applinks", "/admin/applinks", fields);
        assertEquals(sent.getBody(), 302, sent.getStatus());
    }

    private String linkId() {
        String page = admin.get("/admin/applinks").getBody();
        int at = page.indexOf("name=\"id\" value=\"");
        return at < 0 ? "" : page.substring(at + 17, page.indexOf('"', at + 17));
    }

    private static Answer json(String body) {
        return exchange -> send(exchange, 200, "application/json", body);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String summary(String text) {
        return """
                {"scope":{"kind":"project","text":"SHOP","name":"Storefront"},\
                "header":{"week":"2026-W47","zone":"UTC","asOf":"2026-11-20T10:00:00Z",
                "browseUrl":"http://localhost:2990/jira/browse/","rebuilt":false,"enabled":true,"partial":false,"numbers":"current",
                "lists":{"blockers":"project = SHOP","decisions":"project = SHOP"}},
                "headline":{"rule":"on-track","arguments":[1,0,0]},"questions":[],"blockers":{"total":1,"rows":[{"key":"SHOP-7","summary":"%s","phase":"Open",
                "owner":"Owner","ownerActive":true,"due":"2026-11-30","overdue":false,"ageDays":3,"fallback":"Phone orders","customerFacing":true,
                "escalated":false}]},"decisions":{"total":0,"rows":[]},"owners":{"total":0,"rows":[]},"movement":{"total":0,"rows":[]},
                "closures":{"total":0,"rows":[]},"reopened":{"total":0,"rows":[]},"figures":{"total":0,"rows":[]},"asks":{"total":0,"rows":[]},
                "gates":{"evaluated":0,"passed":0,"refused":0,"failed":0,"waived":0,"rules":[]}}""".formatted(text);
    }
}
