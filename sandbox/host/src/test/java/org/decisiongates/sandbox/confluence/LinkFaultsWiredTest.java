package org.decisiongates.sandbox.confluence;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import com.sun.management.ThreadMXBean;
import kong.unirest.core.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.RunningBox;

/** The packaged app in a Confluence whose Jira does all that servers do when they are broken, overloaded, misconfigured or hostile. */
public class LinkFaultsWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String PAGE = "/display/SHOP/Weekly+decision+summary";
    private static final List<String> READERS = List.of("admin", "lead", "owner", "stakeholder", "auditor", "reader");
    private static final String JSON = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n";
    private static final String SLOW = "Jira did not answer in time";
    private static final String AWAY = "Jira is not available";
    private static final String BUSY = "Jira is busy";
    private static final String BROKEN = "Jira reported an error";
    private static final String REFUSED = "Jira did not accept the request";
    private static final String STRANGE = "Decision Gates does not answer in Jira";
    private static final String ASKING = "Jira is still preparing the summary";
    private static final int MIB = 1024 * 1024;
    private static final Map<String, FaultyJira.Fault> FAULTS = new LinkedHashMap<>();
    private static final Map<String, String> TITLES = new HashMap<>();

    private static FaultyJira jira;
    private static RunningBox box;

    private final Reader lead = Reader.named(box, "lead");

    @BeforeClass
    public static void start() throws IOException {
        box = BOXES.start(new ConfluenceProduct(), BOXES.options().withSecret("only here"),
                BuiltPlugin.jar());
        jira = new FaultyJira();
        fault("takes-the-call-and-says-nothing", SLOW, FaultyJira.silence(""));
        fault("hangs-after-the-headers", SLOW, FaultyJira.silence(JSON + "\r\n"));
        fault("sends-a-byte-now-and-then", SLOW, FaultyJira.endless(JSON + "\r\n{", " ".getBytes(StandardCharsets.UTF_8), 100));
        fault("sends-a-header-now-and-then", SLOW, FaultyJira.endless(JSON, "X-More: 1\r\n".getBytes(StandardCharsets.UTF_8), 100));
        fault("resets-in-the-middle", AWAY, (out, socket) -> {
            out.write((JSON + "Content-Length: 100\r\n\r\n{\"scope\":").getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.setSoLinger(true, 0);
        });
        fault("hangs-up", AWAY, (out, socket) -> socket.close());
        fault("is-no-web-server", BROKEN, (out, socket) -> out.write("\u0000\u0001SSH-2.0\r\n".getBytes(StandardCharsets.UTF_8)));
        fault("401", "Jira has no user for you", FaultyJira.says("401 Unauthorized", "Content-Type: application/json\r\n", "{}"));
        fault("403", "You cannot see project SHOP in Jira", FaultyJira.says("403 Forbidden", "Content-Type: application/json\r\n", "{}"));
        fault("429", BUSY, FaultyJira.says("429 Too Many Requests", "Retry-After: 40\r\n", "slow down"));
        fault("500", BROKEN, FaultyJira.says("500 Internal Server Error", "Content-Type: text/plain\r\n", "at com.example.Secret"));
        fault("503", BUSY, FaultyJira.says("503 Service Unavailable", "Retry-After: 3600\r\n", "starting"));
        fault("asks-for-a-log-in", REFUSED,
                FaultyJira.says("200 OK", "Content-Type: text/html\r\n", "<form action=login></form><p>No open blockers</p>"));
        fault("redirects-to-itself", REFUSED, FaultyJira.says("302 Found", "Location: " + jira.address("elsewhere") + "\r\n", ""));
        fault("redirects-to-a-file", REFUSED, FaultyJira.says("307 Temporary Redirect", "Location: file:///etc/passwd\r\n", ""));
        fault("sends-ten-gibibytes", BROKEN,
                FaultyJira.endless(JSON + "Content-Length: 10737418240\r\n\r\n\"", "a".repeat(65_536).getBytes(StandardCharsets.UTF_8), 0));
        fault("sends-a-bomb", STRANGE, bomb());
        fault("nests-deeply", STRANGE, FaultyJira.json("{\"scope\":".repeat(100_000)));
        fault("sends-a-million-headers", AWAY,
                FaultyJira.endless(JSON, "X-Header-Of-Many: with some value\r\n".repeat(1_000).getBytes(StandardCharsets.UTF_8), 0));
        fault("writes-utf-16", STRANGE, (out, socket) -> {
            out.write((JSON.replace("json", "json;charset=utf-16") + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.write(summary("Checkout is down").getBytes(StandardCharsets.UTF_16));
        });
    }

    @AfterClass
    public static void stop() throws IOException {
        jira.close();
    }

    @Test
    public void survivesEveryFaultAndServesAgain() throws Exception {
        for (Map.Entry<String, FaultyJira.Fault> fault : FAULTS.entrySet()) {
            link(jira.address(fault.getKey()));
            jira.does(fault.getValue());
            long before = allocatedForJira();
            String what = fault.getKey();
            // More wait than may where Jira takes its time; elsewhere two are enough.
            List<Document> pages = viewedBy(TITLES.get(what).equals(SLOW) ? READERS : READERS.subList(0, 2));
            long allocated = allocatedForJira() - before;

            int views = pages.size();
            // The page has gone on before it is known whether Jira only takes its time.
            if (TITLES.get(what).equals(SLOW) && pages.stream().noneMatch(page -> title(page).equals(SLOW))) {
                await().atMost(Duration.ofSeconds(30)).until(() -> {
                    pages.add(Jsoup.parse(lead.get(PAGE).getBody()));
                    return title(pages.get(pages.size() - 1)).equals(SLOW);
                });
            }
            Set<String> titles = pages.stream().map(page -> page.select(".decision-gates-week .title").text()).collect(Collectors.toSet());
            assertTrue(what + ": " + titles, titles.contains(TITLES.get(what)));
            titles.removeAll(List.of(TITLES.get(what), ASKING, BUSY, SLOW));
            assertEquals(what, Set.of(), titles);
            assertEquals(what, 0, pages.stream().mapToInt(page -> page.select(".decision-gates-week table").size()).sum());
            // Whoever had to look again may have found that it was time to ask again.
            int again = pages.size() - views;
            // The JDK's client asks a second time when it is hung up on.
            Map<Boolean, List<String>> requests = jira.requests().stream()
                    .collect(Collectors.partitioningBy(request -> request.endsWith("/summary/batch HTTP/1.1")));
            assertTrue(what + requests, requests.get(false).size() <= (what.equals("hangs-up") ? 2 : 1) * READERS.size() + again);
            assertEquals(what, Set.of("GET /" + what + "/rest/decision-gates/1.0/summary?project=SHOP HTTP/1.1"),
                    Set.copyOf(requests.get(false)));
            assertTrue(what + ": whether it is there at all is asked once, not " + requests.get(true),
                    requests.get(true).size() <= (TITLES.get(what).equals(SLOW) ? 1 : 0) + again);
            assertTrue(what + ": bytes taken per call " + jira.written() / jira.requests().size(),
                    jira.written() / jira.requests().size() <= 16L * MIB);
            // Headers are read by the host's client, before anything of the app runs.
            assertTrue(what + ": bytes allocated per call " + allocated / jira.requests().size(),
                    allocated / jira.requests().size() <= 16L * MIB || what.equals("sends-a-million-headers"));

            jira.letsGo();
            jira.does(FaultyJira.json(summary("Checkout is down")));
            link(jira.address("again/" + what));
            assertTrue(what, lead.get(PAGE).getBody().contains("Checkout is down"));
        }
    }

    @Test
    public void findsAJiraThatIsBack() throws Exception {
        String there = jira.address("came-back");
        jira.does(FaultyJira.json(summary("Checkout is down")));
        link("http://127.0.0.1:1/jira");
        viewedBy(READERS);
        assertTrue(lead.get(PAGE).getBody().contains(AWAY));
        // The breaker is of the link, so the link must stay the same: the server is away by hanging up, then back.
        link(there);
        jira.does((out, socket) -> socket.close());
        viewedBy(READERS);
        assertTrue(lead.get(PAGE).getBody().contains(AWAY));

        jira.does(FaultyJira.json(summary("Checkout is down")));
        await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(500))
                .until(() -> lead.get(PAGE).getBody().contains("Checkout is down"));
        assertTrue(jira.requests().size() <= 2);
    }

    @Test
    public void showsTheLastGoodCopyOnlyToWhomItWasMadeFor() throws Exception {
        link(jira.address("good-then-gone"));
        jira.does(FaultyJira.json(summary("Checkout is down")));
        assertTrue(lead.get(PAGE).getBody().contains("Checkout is down"));
        jira.does((out, socket) -> socket.close());

        assertTrue(lead.get(PAGE).getBody().contains("Checkout is down"));
        for (String other : READERS) {
            if (!other.equals("lead")) {
                assertFalse(other, Reader.named(box, other).get(PAGE).getBody().contains("Checkout is down"));
            }
        }
    }

    @Test
    public void keepsEverybodysCopyWhateverSomebodyElseAsks() throws Exception {
        link(jira.address("flooded"));
        jira.does(FaultyJira.json(summary("Checkout is down")));
        assertTrue(lead.get(PAGE).getBody().contains("Checkout is down"));
        String refresh = Jsoup.parse(lead.get(PAGE).getBody()).select(".decision-gates-week-refresh").attr("href")
                .substring("/confluence".length());
        jira.does(FaultyJira.says("400 Bad Request", "Content-Type: application/json\r\n", "{\"errorMessages\":[\"no\"]}"));

        for (String somebody : List.of("outsider", "")) {
            Reader reader = somebody.isEmpty() ? Reader.anonymous(box) : Reader.named(box, somebody);
            for (int i = 0; i < 520; i++) {
                assertEquals(303, reader.get(refresh.replace("project=SHOP", "jql=key%3D" + i)).getStatus());
            }
        }

        assertEquals("nothing is asked that the page does not ask", List.of(), jira.requests());
        jira.does((out, socket) -> socket.close());
        assertTrue(lead.get(PAGE).getBody().contains("Checkout is down"));
    }

    @Test
    public void asksOnceForTwentyMacrosOnAPage() throws Exception {
        link(jira.address("batch"));
        String page = pageOfTwenty("Twenty weeks");
        String answers = IntStream.range(0, 20).mapToObj(i -> "{\"status\":200,\"summary\":" + summary("Number " + i) + "}")
                .collect(Collectors.joining(","));
        jira.does(FaultyJira.json("{\"answers\":[" + answers + "]}"));

        Document shown = Jsoup.parse(lead.get(page).getBody());

        assertEquals(1, jira.requests().size());
        assertTrue(jira.requests().get(0), jira.requests().get(0)
                .startsWith("GET /batch/rest/decision-gates/1.0/summary/batch?q=project%3DSHOP%26week%3D2026-W01&q="));
        List<String> shownInOrder = Pattern.compile("Number \\d+").matcher(shown.text()).results().map(found -> found.group()).distinct()
                .toList();
        assertEquals(IntStream.range(0, 20).mapToObj(i -> "Number " + i).toList(), shownInOrder);
        lead.get(page);
        assertEquals(1, jira.requests().size());
    }

    @Test
    public void asksAnOlderJiraForOneMacroAfterTheOther() throws Exception {
        link(jira.address("older"));
        String page = pageOfTwenty("Twenty older weeks");
        FaultyJira.Fault missing = FaultyJira.says("404 Not Found", "Content-Type: text/html\r\n", "<h1>Not found</h1>");
        FaultyJira.Fault known = FaultyJira.json(summary("Checkout is down"));
        jira.does((out, socket) -> (jira.requests().size() == 1 ? missing : known).to(out, socket));

        Document shown = Jsoup.parse(lead.get(page).getBody());

        assertEquals(21, jira.requests().size());
        assertEquals(20, shown.select(".decision-gates-week td:contains(Checkout is down)").size());
    }

    @Test
    public void putsNoMarkupOfJirasOnThePage() throws Exception {
        link(jira.address("markup"));
        jira.does(FaultyJira
                .json(summary("'\\\"><img src=x onerror=alert(1)><script>alert(2)</script>").replace("Owner", "<svg onload=alert(3)>")
                        .replace("Storefront", "<iframe src=javascript:alert(4)>").replace("Phone orders", "$context ${7*7} #set($a=1)")));

        Document page = Jsoup.parse(lead.get(PAGE).getBody());

        assertEquals(0, page.select(
                ".decision-gates-week img, .decision-gates-week script, .decision-gates-week svg[onload], .decision-gates-week iframe")
                .size());
        assertTrue(page.text(), page.text().contains("<svg onload=alert(3)>"));
        assertTrue(page.text(), page.text().contains("$context ${7*7} #set($a=1)"));
    }

    @Test
    public void leavesNoThreadBehindWhenItIsRemoved() throws Exception {
        link(jira.address("removed"));
        jira.does(FaultyJira.silence(""));
        viewedBy(READERS);
        assertFalse(threadsForJira().isEmpty());

        box.uninstall("org.decisiongates.decision-gates");
        jira.letsGo();
        for (Thread thread : threadsForJira()) {
            // The JDK's client asks a second time when it is hung up on, and waits as long again as a call may take.
            thread.join(30_000);
            assertFalse(thread.getName(), thread.isAlive());
        }
        box.install(BuiltPlugin.jar());
        jira.does(FaultyJira.json(summary("Checkout is down")));
        link(jira.address("installed-again"));
        assertTrue(lead.get(PAGE).getBody().contains("Checkout is down"));
    }

    /** Two views at once by each; meanwhile another page is read, and waiting threads are counted. */
    private List<Document> viewedBy(List<String> people) throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(2 * people.size());
        try {
            List<Future<HttpResponse<String>>> views = new ArrayList<>();
            for (int i = 0; i < 2 * people.size(); i++) {
                Reader reader = Reader.named(box, people.get(i % people.size()));
                views.add(readers.submit(() -> reader.get(PAGE)));
            }
            while (!views.stream().allMatch(Future::isDone)) {
                assertEquals(200, lead.get("/dashboard.action").getStatus());
                long waiting = Thread.getAllStackTraces().values().stream().filter(LinkFaultsWiredTest::waits).count();
                assertTrue("threads waiting for Jira: " + waiting, waiting <= 4);
                TimeUnit.MILLISECONDS.sleep(100);
            }
            List<Document> pages = new ArrayList<>();
            for (Future<HttpResponse<String>> view : views) {
                assertEquals(200, view.get().getStatus());
                pages.add(Jsoup.parse(view.get().getBody()));
            }
            return pages;
        } finally {
            readers.shutdownNow();
        }
    }

    private static String title(Document page) {
        return page.select(".decision-gates-week .title").text();
    }

    private static boolean waits(StackTraceElement[] stack) {
        return List.of(stack).stream()
                .anyMatch(frame -> frame.getClassName().endsWith(".link.InFlightRequest") && frame.getMethodName().equals("await"));
    }

    /** Address of a new page with a macro for each of twenty weeks. */
    private String pageOfTwenty(String title) {
        String macros = IntStream.rangeClosed(1, 20)
                .mapToObj(week -> String.format(Locale.ROOT, "<ac:structured-macro ac:name='decision-weekly-summary' ac:schema-version='1'>"
                        + "<ac:parameter ac:name='project'>SHOP</ac:parameter><ac:parameter ac:name='week'>2026-W%02d</ac:parameter></ac:structured-macro>",
                        week))
                .collect(Collectors.joining()).replace('\'', '"');
        HttpResponse<String> created = lead.json("POST", "/rest/api/content", "{\"type\":\"page\",\"title\":\"" + title
                + "\",\"space\":{\"key\":\"SHOP\"},\"body\":{\"storage\":{\"representation\":\"storage\",\"value\":\""
                + macros.replace("\"", "\\\"") + "\"}}}");
        assertEquals(created.getBody(), 200, created.getStatus());
        return "/display/SHOP/" + title.replace(' ', '+');
    }

    private static List<Thread> threadsForJira() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("decision-gates-jira")).toList();
    }

    private static long allocatedForJira() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threadsForJira().stream().mapToLong(thread -> threads.getThreadAllocatedBytes(thread.getId())).sum();
    }

    private static void fault(String name, String title, FaultyJira.Fault fault) {
        FAULTS.put(name, fault);
        TITLES.put(name, title);
    }

    /** A thousand times smaller than what it becomes. */
    private static FaultyJira.Fault bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            byte[] blanks = " ".repeat(MIB).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1_000; i++) {
                zipped.write(blanks);
            }
        }
        return (out, socket) -> {
            out.write((JSON + "Content-Encoding: gzip\r\nContent-Length: " + bytes.size() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            bytes.writeTo(out);
        };
    }

    private void link(String url) {
        Reader admin = Reader.named(box, "admin");
        HttpResponse<String> sent = admin.form("/admin/applinks", "/admin/applinks", "do", "add", "name", "Jira", "url", url);
        assertEquals(sent.getBody(), 302, sent.getStatus());
    }

    private static String summary(String text) {
        return """
                {"scope":{"kind":"project","text":"SHOP","name":"Storefront"},\
                "header":{"week":"2026-W47","zone":"UTC","asOf":"2026-11-20T10:00:00Z",
                "browseUrl":"http://localhost:2990/jira/browse/","rebuilt":false,"enabled":true,"partial":false,"numbers":"current",
                "lists":{"blockers":"project = SHOP","decisions":"project = SHOP"}},
                "headline":{"rule":"on-track","arguments":[1,0,0]},"questions":[],"blockers":{"total":1,"rows":[{"key":"SHOP-7","summary":"%s","phase":"Open",
                "owner":"Owner","ownerActive":true,"due":"2026-11-30","overdue":false,"ageDays":3,"fallback":"Phone orders","customerFacing":true,
                "escalated":false}]},"decisions":NONE,"owners":NONE,"movement":NONE,"closures":NONE,"reopened":NONE,"figures":NONE,"asks":NONE,
                "gates":{"evaluated":0,"passed":0,"refused":0,"failed":0,"waived":0,"rules":[]}}""".formatted(text).replace("NONE",
                "{\"total\":0,\"rows\":[]}");
    }
}
