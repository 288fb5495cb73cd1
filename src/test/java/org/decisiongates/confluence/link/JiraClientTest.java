package org.decisiongates.confluence.link;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.atlassian.applinks.api.ApplicationLinkService;
import com.sun.net.httpserver.HttpExchange;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.confluence.link.InFlightRequest.Kind;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.confluence.summary.SampleQuestions;
import org.decisiongates.summary.SummaryJson;
import org.decisiongates.summary.WeeklySummary;

public class JiraClientTest {

    private static final JiraQuestion<WeeklySummary> QUESTION = SampleQuestions.of(Map.of("project", "shop "));
    private static final String ERROR = "{\"errorMessages\":[\"No project SHOP.\"],\"errors\":{}}";

    private JiraServer jira;
    private BoundedExecutor calls = new BoundedExecutor();

    @Before
    public void startJira() throws IOException {
        jira = new JiraServer();
    }

    @After
    public void stopJira() {
        calls.close();
        jira.close();
    }

    @Test
    public void asksOnceForJsonAndHandsOutTheSummary() {
        jira.answers(200, "application/json;charset=UTF-8", SummaryJson.write(SampleSummaries.typical()));

        JiraAnswer answer = ask(link());

        assertEquals(SampleSummaries.typical(), ((JiraAnswer.Found) answer).content(QUESTION));
        assertEquals(jira.address(), ((JiraAnswer.Found) answer).jira());
        assertEquals(List.of("GET /jira/rest/decision-gates/1.0/summary?project=SHOP application/json"), jira.requests());
    }

    @Test
    public void givesEveryStatusItsReason() {
        assertEquals(Reason.NO_MATCHING_USER, reasonFor(401, "application/json", ERROR));
        assertEquals(Reason.NO_PERMISSION, reasonFor(403, "application/json", ERROR));
        assertEquals(Reason.NO_PERMISSION, reasonFor(404, "application/json", ERROR));
        assertEquals(Reason.APP_MISSING_OR_OLDER, reasonFor(404, "text/html", "<h1>Not found</h1>"));
        assertEquals(Reason.APP_MISSING_OR_OLDER, reasonFor(404, "application/json", "{\"message\":\"null for uri\",\"status-code\":404}"));
        assertEquals(Reason.APP_MISSING_OR_OLDER, reasonFor(404, "application/json", ""));
        assertEquals(Reason.BAD_WEEK, reasonFor(400, "application/json", ERROR));
        assertEquals(Reason.BUSY, reasonFor(429, "text/plain", "slow down"));
        assertEquals(Reason.BUSY, reasonFor(503, "text/html", "starting"));
        assertEquals(Reason.BROKEN, reasonFor(500, "application/json", ERROR));
        assertEquals(Reason.BROKEN, reasonFor(418, "text/plain", ""));
        assertEquals(Reason.UNREACHABLE, reasonFor(502, "text/html", "<h1>Bad gateway</h1>"));
        assertEquals(Reason.UNREACHABLE, reasonFor(504, "text/html", "<h1>Gateway timeout</h1>"));
    }

    @Test
    public void takesALogInPageForARefusal() {
        assertEquals(Reason.REFUSED, reasonFor(200, "text/html;charset=UTF-8", "<html><form action=/login></form></html>"));
        assertEquals(Reason.REFUSED, reasonFor(200, "text/plain", SummaryJson.write(SampleSummaries.typical())));
    }

    @Test
    public void followsNoRedirect() {
        jira.answersWith(exchange -> {
            exchange.getResponseHeaders().set("Location", jira.address() + "/login.jsp");
            JiraServer.send(exchange, 302, "text/html", "");
        });

        assertEquals(Reason.REFUSED, reason(ask(link())));
        assertEquals(1, jira.requests().size());
    }

    @Test
    public void suspectsTheAppsVersionWhenItCannotReadTheAnswer() {
        String summary = SummaryJson.write(SampleSummaries.typical());

        assertEquals(Reason.APP_MISSING_OR_OLDER, reasonFor(200, "application/json", summary.substring(0, 100)));
        assertEquals(Reason.APP_MISSING_OR_OLDER, reasonFor(200, "application/json", summary.replace("\"decisions\"", "\"choices\"")));
        assertEquals(Reason.APP_MISSING_OR_OLDER, reasonFor(200, "application/json", "{\"deep\":" + "[".repeat(100_000)));
        assertEquals(Reason.APP_MISSING_OR_OLDER, reasonFor(200, "application/json", ""));
    }

    @Test
    public void stopsReadingAnAnswerThatIsTooLong() {
        assertEquals(Reason.BROKEN, reasonFor(200, "application/json", "{\"a\":\"" + "a".repeat(3 * 1024 * 1024) + "\"}"));
    }

    @Test
    public void stopsWaitingForAnAnswerThatDrips() {
        CountDownLatch read = new CountDownLatch(1);
        jira.answersWith(exchange -> drip(exchange, read));

        assertEquals("the page went on", Reason.ASKING, reason(ask(link())));
        read.countDown();
    }

    @Test
    public void stopsWaitingForAServerThatSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            JiraClient summaries = summaries("lead",
                    LoopbackLink.service(new LoopbackLink("Jira", URI.create("http://localhost:" + silent.getLocalPort()))));
            assertEquals("the page went on", Reason.ASKING, reason(summaries.ask(QUESTION)));
            Reason since = Reason.ASKING;
            for (int i = 0; i < 100 && since == Reason.ASKING; i++) {
                TimeUnit.MILLISECONDS.sleep(100);
                since = reason(summaries.ask(QUESTION));
            }
            assertEquals("it does not say either whether it is there", Reason.TOO_SLOW, since);
        }
    }

    @Test
    public void saysThatJiraIsNotThere() {
        URI address = jira.address();
        jira.close();

        assertEquals(Reason.UNREACHABLE, reason(ask(new LoopbackLink("Jira", address))));
    }

    @Test
    public void leadsAReaderToTheAuthorisation() {
        URI page = URI.create("http://localhost/jira/plugins/servlet/oauth/authorize");

        JiraAnswer before = ask(link().authorisedAt(page).unauthorised());
        assertEquals(new JiraAnswer.Missing(Reason.AUTHORISE, "Jira", Optional.of(page)), before);
        assertEquals(List.of(), jira.requests());

        refusesWith("OAuth realm=\"http://localhost/jira\", oauth_problem=\"token_rejected\"");
        assertEquals(new JiraAnswer.Missing(Reason.AUTHORISE, "Jira", Optional.of(page)), ask(link().authorisedAt(page)));
        refusesWith("OAuth");
        assertEquals(new JiraAnswer.Missing(Reason.AUTHORISE, "Jira", Optional.of(page)), ask(link().authorisedAt(page)));
    }

    @Test
    public void sendsNobodyToAnAuthorisationThatWouldNotHelp() {
        URI page = URI.create("http://localhost/jira/plugins/servlet/oauth/authorize");

        refusesWith("OAuth problem=\"no matching user\"");
        assertEquals(Reason.NO_MATCHING_USER, reason(ask(link().authorisedAt(page))));
        refusesWith("OAuth oauth_problem=\"consumer_key_unknown\"");
        assertEquals(Reason.REFUSED, reason(ask(link().authorisedAt(page))));
        refusesWith("OAuth oauth_problem=\"token_rejected\"");
        assertEquals(Reason.NO_MATCHING_USER, reason(ask(link())));
    }

    @Test
    public void asksAnAnonymousReaderToLogIn() {
        jira.answers(401, "application/json", ERROR);

        assertEquals(Reason.LOG_IN, reason(summaries(null, LoopbackLink.service(link())).ask(QUESTION)));
    }

    @Test
    public void findsALinkByNameOrId() {
        jira.answers(200, "application/json", SummaryJson.write(SampleSummaries.empty()));
        LoopbackLink primary = new LoopbackLink("Other", URI.create("http://localhost:1/other"));

        for (String name : List.of("jira", "Jira", "id-of-Jira", " Jira ")) {
            JiraQuestion<WeeklySummary> question = SampleQuestions.of(Map.of("project", "SHOP", "jira", name));
            assertTrue(name, summaries("lead", LoopbackLink.service(primary, link())).ask(question) instanceof JiraAnswer.Found);
        }
        assertEquals(JiraAnswer.Missing.because(Reason.UNKNOWN_LINK, "nobody"),
                summaries("lead", LoopbackLink.service(primary)).ask(SampleQuestions.of(Map.of("project", "SHOP", "jira", "nobody"))));
    }

    @Test
    public void asksForAllMacrosOfAPageInOneCall() {
        String summary = SummaryJson.write(SampleSummaries.typical());
        jira.answers(200, "application/json", "{\"answers\":[{\"status\":200,\"summary\":" + summary + "},{\"status\":404,\"errors\":{}},"
                + "{\"status\":200,\"summary\":" + summary + "}]}");
        JiraClient summaries = summaries("lead", LoopbackLink.service(link()));
        List<JiraQuestion<WeeklySummary>> questions = List.of(QUESTION, SampleQuestions.of(Map.of("project", "GONE")),
                SampleQuestions.of(Map.of("project", "no key")),
                SampleQuestions.of(Map.of("jql", "labels = \"a&b\"", "week", "last")), QUESTION);

        for (JiraQuestion<WeeklySummary> question : questions) {
            summaries.prepare(questions);
            assertEquals(Set.of("SHOP", "(a query)").contains(question.logged()),
                    summaries.ask(question) instanceof JiraAnswer.Found);
        }
        assertEquals(List.of("GET /jira/rest/decision-gates/1.0/summary/batch?q=project%3DSHOP&q=project%3DGONE"
                + "&q=jql%3Dlabels%2B%253D%2B%2522a%2526b%2522%26week%3Dlast application/json"), jira.requests());
    }

    @Test
    public void asksAgainForWhatJiraDidNotComeToInABatch() {
        String summary = SummaryJson.write(SampleSummaries.typical());
        List<JiraQuestion<WeeklySummary>> questions = IntStream.range(0, 5).mapToObj(i -> SampleQuestions.of(Map.of("project", "P" + i)))
                .toList();
        jira.answersWith(exchange -> {
            int asked = exchange.getRequestURI().getRawQuery().split("&").length;
            String first = "{\"status\":200,\"summary\":" + summary + "}";
            JiraServer.send(exchange, 200, "application/json", exchange.getRequestURI().getPath().endsWith("/batch")
                    ? "{\"answers\":[" + String.join(",", Collections.nCopies(Math.min(2, asked), first))
                            + ",{\"status\":202}".repeat(Math.max(0, asked - 2)) + "]}"
                    : summary);
        });
        JiraClient summaries = summaries("lead", LoopbackLink.service(link()));
        summaries.prepare(questions);

        questions.forEach(question -> assertTrue(summaries.ask(question) instanceof JiraAnswer.Found));
        assertEquals(List.of(5, 3, 1), jira.requests().stream().map(request -> request.split("project").length - 1).toList());
    }

    @Test
    public void findsOutWhetherJiraAnswersWithoutAQuestion() {
        String page = "<html><form action=/login></form></html>";
        for (int status : new int[] {200, 400, 401, 403, 404, 429}) {
            assertEquals("" + status, Kind.ALIVE, recordProbe(status, "application/json", "{}"));
        }
        for (int status : new int[] {302, 500, 501}) {
            assertEquals("" + status, Kind.INVALID, recordProbe(status, "text/html", page));
        }
        for (int status : new int[] {502, 503, 504}) {
            assertEquals("" + status, Kind.FAILED, recordProbe(status, "text/html", page));
        }
        assertEquals("a page to log in on", Kind.INVALID, recordProbe(200, "text/html", page));
        assertEquals(Set.of("GET /jira/rest/decision-gates/1.0/summary/batch application/json"), Set.copyOf(jira.requests()));
        jira.close();
        assertEquals("no connection", Kind.FAILED, recordProbe());
    }

    @Test
    public void cutsABatchWhereAnAddressWouldGrowTooLong() {
        jira.answers(404, "text/html", "");
        JiraClient summaries = summaries("lead", LoopbackLink.service(link()));
        List<JiraQuestion<WeeklySummary>> questions = new java.util.ArrayList<>();
        for (int i = 0; i < 12; i++) {
            questions.add(SampleQuestions.of(Map.of("jql", i + "=" + "%".repeat(300))));
        }
        summaries.prepare(questions);
        questions.forEach(summaries::ask);
        assertTrue(jira.requests().stream().anyMatch(request -> request.contains("/batch?")));
        jira.requests().forEach(request -> assertTrue(request.length() + " characters", request.length() < 8_000));
    }

    @Test
    public void saysThatThereIsNoLink() {
        assertEquals(Reason.NO_LINK, reason(summaries("lead", LoopbackLink.service()).ask(QUESTION)));
    }

    @Test
    public void asksNobodyAboutSomethingThatIsNoProjectKey() {
        for (String project : List.of("", "  ", "SHOP&admin=1", "../../x", "1SHOP", "<b>", "SH OP", "A".repeat(256))) {
            assertEquals(project, project.isBlank() ? Reason.NO_PROJECT : Reason.BAD_PROJECT,
                    reason(summaries("lead", LoopbackLink.service(link())).ask(
                            SampleQuestions.of(Map.of("project", project)))));
        }
        assertEquals(Reason.NO_PROJECT, reason(summaries("lead", LoopbackLink.service(link())).ask(SampleQuestions.of(Map.of()))));
        assertEquals(List.of(), jira.requests());
    }

    @Test
    public void asksNobodyOnceTheAppHasStopped() {
        calls.close();

        assertEquals(Reason.BUSY, reason(ask(link())));
        assertFalse(jira.requests().iterator().hasNext());
    }

    @Test
    public void tellsHowTheJiraBehindALinkHasAnsweredWithoutAskingIt() {
        LoopbackLink link = link();
        JiraClient summaries = summaries("lead", LoopbackLink.service(link));
        LinkState before = summaries.links().get(0);
        assertTrue(before.primary() && before.refusal().isEmpty() && before.answered().isEmpty());
        assertEquals(List.of(), jira.requests());

        jira.answers(404, "application/json", ERROR);
        summaries.ask(QUESTION);
        LinkState after = summaries.links().get(0);
        assertTrue("that it denied something is an answer", after.refusal().isEmpty() && after.answered().isPresent());
        assertEquals(1, jira.requests().size());
    }

    private Kind recordProbe(int status, String type, String body) {
        jira.answers(status, type, body);
        return recordProbe();
    }

    private Kind recordProbe() {
        JiraClient summaries = summaries("lead", LoopbackLink.service(link()));
        try {
            return summaries.open(LoopbackLink.service(link()).getPrimaryApplicationLink(null), List.of()).call().run(() -> false).get(0)
                    .kind();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void refusesWith(String challenge) {
        jira.answersWith(exchange -> {
            exchange.getResponseHeaders().set("WWW-Authenticate", challenge);
            JiraServer.send(exchange, 401, "application/json", ERROR);
        });
    }

    private Reason reasonFor(int status, String type, String body) {
        jira.answers(status, type, body);
        return reason(ask(link()));
    }

    private static Reason reason(JiraAnswer answer) {
        return ((JiraAnswer.Missing) answer).reason();
    }

    private LoopbackLink link() {
        return new LoopbackLink("Jira", jira.address());
    }

    private JiraAnswer ask(LoopbackLink link) {
        return summaries("lead", LoopbackLink.service(link)).ask(QUESTION);
    }

    private JiraClient summaries(String user, ApplicationLinkService links) {
        return JiraServer.summaries(user, links, calls);
    }

    /** One byte after the other, each well within any socket time-out, until the reader has given up. */
    private static void drip(HttpExchange exchange, CountDownLatch until) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        try {
            for (int i = 0; i < 10_000 && !until.await(10, java.util.concurrent.TimeUnit.MILLISECONDS); i++) {
                body.write(' ');
                body.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
