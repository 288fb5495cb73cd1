package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.regex.Pattern;

import com.atlassian.scheduler.JobRunner;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import kong.unirest.core.Headers;
import kong.unirest.core.HttpRequestWithBody;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.UnirestInstance;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.Faults;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.RestClient;
import org.decisiongates.sandbox.host.RunningBox;
import org.decisiongates.sandbox.host.cluster.SandboxScheduler;
import org.decisiongates.sandbox.jira.model.ChangeRow;
import org.decisiongates.sandbox.jira.model.CommentRow;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** Jira with its sample and the built jar, and what tests ask of it. */
final class WiredJira {

    static final String JSON = "application/json";
    /** Looks for what issues owe once they were changed. */
    static final String DEBT_THREAD = "decision-gates-debt";
    /** Threads that send statements while a test counts, or do not. */
    static final Set<String> IN_THEIR_OWN_TIME = Set.of(DEBT_THREAD, SandboxScheduler.THREAD, "decision-gates-replay",
            "decision-gates-replay-reader");
    static final String FORM = "application/x-www-form-urlencoded";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Send it empty, and a call carries none. */
    static final String TOKEN = "X-Atlassian-Token";
    /** What only people who can read the code understand. */
    private static final Pattern INSIDE = Pattern
            .compile("Exception|\\bat [a-z]+\\.|java\\.|javax\\.|jakarta\\.|com\\.atlassian|com\\.opensymphony"
                    + "|org\\.decisiongates\\.[a-z]+\\.|org\\.springframework|net\\.java\\.ao|\\bnull\\b|NullPointer");

    final RunningBox box;
    final SandboxJira jira;
    private final UnirestInstance client;
    private final Map<String, String> tables = new ConcurrentHashMap<>();

    private WiredJira(RunningBox box, SandboxJira jira) {
        this.box = box;
        this.jira = jira;
        this.client = RestClient.at(box.baseUrl());
    }

    /** The sample's history is in the journal, and its weeks are closed, when this returns. */
    static WiredJira start(Boxes boxes, Options.Database database) throws Exception {
        JiraProduct product = new JiraProduct();
        WiredJira wired = new WiredJira(boxes.start(product, boxes.options(database), BuiltPlugin.jar()), product.jira());
        wired.awaitHistory();
        return wired;
    }

    /** The history is read in the background: what a test counts must not be a part of that. */
    void awaitHistory() {
        await("the history of the sample is read to its end").atMost(Duration.ofMinutes(2)).until(() -> isHistoryRead() && isJournalIdle());
    }

    /** Waits until nobody reads for the journal any more. */
    static void awaitJournal() {
        await("the journal is read no more").atMost(Duration.ofMinutes(2)).until(WiredJira::isJournalIdle);
    }

    /** What the app looks for at a start, and what its jobs do in the first half second, is over when this returns. */
    void awaitFirstLook() {
        await("nothing is looked for").atMost(Duration.ofMinutes(2)).during(Duration.ofSeconds(1)).until(WiredJira::isJournalIdle);
    }

    /** Waits until whatever was changed so far, and what is linked to it, has been looked at for what it owes. */
    void awaitDebt() {
        Object changed = box.plugin(BuiltPlugin.KEY).create(Object.class, "bean:changedIssues");
        try {
            Field field = changed.getClass().getDeclaredField("thread");
            field.setAccessible(true);
            ThreadPoolExecutor thread = (ThreadPoolExecutor) field.get(changed);
            do {
                // it does one thing after another
                thread.submit(() -> {}).get();
            } while (!thread.getQueue().isEmpty());
        } catch (ReflectiveOperationException | ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs a job of the app at once, as the scheduler does when it is due. */
    void runJob(String bean) {
        box.plugin(BuiltPlugin.KEY).create(JobRunner.class, "bean:" + bean).runJob(null);
    }

    private boolean isHistoryRead() throws Exception {
        for (JsonNode project : get("admin", "/rest/decision-gates/1.0/projects").json().path("projects")) {
            int issues = jira.issues().idsOf(jira.projects().byKey(project.path("key").asText()).orElseThrow().id()).size();
            if (project.path("enabled").asBoolean()
                    && !(project.at("/journal/complete").asBoolean() && project.at("/journal/total").asInt() >= issues)) {
                return false;
            }
        }
        return true;
    }

    /** Threads that read the history, which also close the weeks that are over, and those of jobs, which do the same. */
    private static boolean isJournalIdle() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("decision-gates-journal")
                        || thread.getKey().getName().equals(DEBT_THREAD)
                        || thread.getKey().getName().equals("scheduler"))
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .noneMatch(frame -> frame.getClassName().startsWith("org.decisiongates.jira."));
    }

    /** A box that a test has started in its own way. */
    static WiredJira around(RunningBox box, SandboxJira jira) {
        return new WiredJira(box, jira);
    }

    Faults faults() {
        return box.box().options().faults();
    }

    /** Calls as somebody who sends name and password; null sends none. What changes something carries the header against forgery. */
    Reply call(String user, String method, String path, String type, String body, String... headers) {
        return send(user, method, path, type, body == null ? null : body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Sends bytes, whatever they are said to be. */
    Reply send(String user, String method, String path, String type, byte[] body, String... headers) {
        HttpRequestWithBody request = client.request(method, path);
        if (user != null) {
            request.basicAuth(user, user);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (!List.of("GET", "HEAD", "OPTIONS").contains(method) && !Arrays.asList(headers).contains(TOKEN)) {
            request.header(TOKEN, "no-check");
        }
        HttpResponse<String> answer = (body == null ? request : request.body(body)).asString();
        return new Reply(answer.getStatus(), answer.getBody(), answer.getHeaders());
    }

    Reply get(String user, String path, String... headers) {
        return call(user, "GET", path, null, null, headers);
    }

    /** What is answered to a call for a file, byte by byte. */
    InputStream bytes(String user, String path) {
        return new ByteArrayInputStream(client.request("GET", path).basicAuth(user, user).asBytes().getBody());
    }

    /** The journal of this box, to be held against its history. */
    JournalProof proof() {
        return new JournalProof(path -> {
            Reply reply = get("admin", path);
            if (reply.status() != 200 && reply.status() != 404) {
                throw new java.io.IOException(path + " answers " + reply);
            }
            return reply.status() == 404 ? Optional.empty() : Optional.of(reply.json());
        }, box.box().jdbc());
    }

    /** Sends JSON, written with single quotes. */
    Reply post(String user, String path, String json) {
        return call(user, "POST", path, JSON, json.replace('\'', '"'));
    }

    /** An answer over HTTP. */
    record Reply(int status, String body, Headers headers) {

        /** The header of this name; empty without one. */
        String header(String name) {
            return headers.getFirst(name);
        }

        /** Its entity tag; each answer that may be asked for again must have one. */
        String tag() {
            assertEquals(body, 1, headers.get("ETag").size());
            return header("ETag");
        }

        JsonNode json() throws Exception {
            return MAPPER.readTree(body);
        }

        /** Everything it says against the request, each with its field in front. */
        List<String> errors() throws Exception {
            List<String> all = new ArrayList<>();
            json().path("errorMessages").forEach(message -> all.add(message.asText()));
            json().path("errors").properties().forEach(error -> all.add(error.getKey() + ": " + error.getValue().asText()));
            return all;
        }
    }

    /** What an action that was refused must leave as it was. */
    record StoredIssue(IssueRow issue, List<ChangeRow> history, List<CommentRow> comments, long journal) {
    }

    StoredIssue stored(IssueRow issue) throws Exception {
        return new StoredIssue(jira.issues().byId(issue.id()).orElseThrow(), jira.history().of(issue.id()), jira.comments().of(issue.id()),
                journal(issue));
    }

    /** How many rows the journal holds of this issue, by its table. */
    long journal(IssueRow issue) {
        return box.box().jdbc().sql("select count(*) from \"" + table() + "\" where \"ISSUE_ID\" = ?").param(issue.id()).query(Long.class)
                .single();
    }

    /** How many rows the whole journal holds. */
    long journal() {
        return box.box().jdbc().sql("select count(*) from \"" + table() + "\"").query(Long.class).single();
    }

    private String table() {
        return table("GATE_EVENT");
    }

    /** The name of a table of the app, which stays what it is. */
    String table(String entity) {
        return tables.computeIfAbsent(entity, name -> box.box().jdbc()
                .sql("select table_name from information_schema.tables where table_name like 'AO%" + name + "'")
                .query(String.class).single());
    }

    IssueRow create(String project, String type, IssueInput input) {
        input.set("project", String.valueOf(jira.projects().byKey(project).orElseThrow().id())).set("issuetype", type(type));
        Outcome outcome = jira.issues().create("lead", input);
        assertTrue(outcome.toString(), outcome.done());
        return outcome.issue().orElseThrow();
    }

    IssueRow decision(String summary) {
        return create("SHOP", "Decision", new IssueInput().set("summary", summary));
    }

    /** A new project that the app has come to, in which those who lead may do everything. */
    void open(String key) throws Exception {
        long id = jira.projects().create(key, key, "", "lead").id();
        for (Permission permission : Permission.values()) {
            jira.permissions().grant(id, permission, "storefront-leads");
        }
        enable(key);
    }

    void enable(String project) throws Exception {
        assertStatus("enable " + project, 200, post("admin", "/rest/decision-gates/1.0/projects/" + project + "/enable", "{}"));
    }

    /** The id of a project. */
    long id(String project) {
        return jira.projects().byKey(project).orElseThrow().id();
    }

    String type(String name) {
        return jira.issueTypes().byName(name).orElseThrow().id();
    }

    String field(String name) {
        return jira.fields().customNamed(name).get(0).id();
    }

    String status(IssueRow issue) {
        return jira.statuses().byId(jira.issues().byId(issue.id()).orElseThrow().statusId()).orElseThrow().name();
    }

    /** Everything the outcome says. */
    static List<String> messages(Outcome outcome) {
        List<String> all = new ArrayList<>(outcome.messages());
        outcome.errors().forEach((field, text) -> all.add(field + ": " + text));
        return all;
    }

    /** There is something to read, for people: sentences, and nothing from inside the programs. */
    static void assertReadable(String when, List<String> messages) {
        assertFalse(when + " is answered without a word", messages.isEmpty());
        for (String message : messages) {
            assertFalse(when + ": an empty message", message.isBlank());
            assertFalse(when + ": not for people: " + message, INSIDE.matcher(message).find());
            assertTrue(when + ": too long to read: " + message.length(), message.length() < 1000);
        }
    }

    static void assertNames(String when, List<String> messages, String what) {
        assertTrue(when + " does not name " + what + ": " + messages, messages.stream().anyMatch(message -> message.contains(what)));
    }

    static void assertStatus(String when, int expected, Reply reply) {
        assertEquals(when + ": " + reply.body(), expected, reply.status());
    }
}
