package org.decisiongates.acceptance;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What can be seen in Jira: set-up, a refusal, a pass, the journal, the summary, deletions. */
final class JiraProbe {

    private static final String APP = "/rest/decision-gates/1.0";
    /** A template that every Jira Data Center has; it gives the project schemes of its own. */
    private static final String TEMPLATE = "com.atlassian.jira-core-project-templates:jira-core-task-management";
    private static final String CRITERIA = "Three of four testers find the button within ten seconds.\nNo order is lost when the payment page is closed.";

    private final Product jira;
    private final Settings settings;
    private final Findings findings;
    private final Cleanup cleanup;
    private String me = "";
    private String myKey = "";
    private String myDisplayName = "";
    private LocalDate today = LocalDate.EPOCH;

    JiraProbe(Product jira, Settings settings, Findings findings, Cleanup cleanup) {
        this.jira = jira;
        this.settings = settings;
        this.findings = findings;
        this.cleanup = cleanup;
    }

    /** Looks at everything but what needs the project to be nearly empty again; see {@link #end}. */
    ScratchProject run() {
        JsonNode myself = jira.get("/rest/api/2/myself").orFail().json();
        me = myself.path("name").asText();
        myKey = myself.path("key").asText();
        myDisplayName = myself.path("displayName").asText();
        // Jira's own day, whatever day it is where the kit runs
        today = LocalDate.parse(jira.get("/rest/api/2/serverInfo").orFail().json().path("serverTime").asText().substring(0, 10));
        selfCheck();
        access();
        String project = settings.project().orElseGet(this::createProject);
        enable(project);
        JiraIssues issues = new JiraIssues(jira, project, cleanup);
        String decision = decision(project, issues);
        blocker(project, issues);
        journalPages(project);
        impact(decision);
        return new ScratchProject(project, decision);
    }

    /** Enables once more, which reads the whole project again, and counts what was read. */
    void end(ScratchProject project) {
        long expected = jira.get("/rest/api/2/search?maxResults=0&jql=" + Product.encoded("project = " + project.key()
                + " AND issuetype in (Decision, Blocker)")).orFail().json().path("total").asLong();
        jira.post(APP + "/projects/" + project.key() + "/enable", Map.of()).orFail();
        boolean complete = within(settings.patience(), () -> journal(project.key()).path("complete").asBoolean()
                && journal(project.key()).path("total").asLong() == expected);
        JsonNode seen = journal(project.key());
        findings.that(Assumption.A23, complete && seen.path("failed").asLong() == 0, seen.path("done").asLong() + " of " + expected
                + " issues read, " + seen.path("failed").asLong() + " failed");
    }

    private JsonNode journal(String project) {
        for (JsonNode one : jira.get(APP + "/projects").orFail().json().path("projects")) {
            if (one.path("key").asText().equals(project)) {
                return one.path("journal");
            }
        }
        throw new KitException("the app does not know the project " + project);
    }

    private void selfCheck() {
        Product.Answer answer = jira.get(APP + "/self-check");
        findings.that(Assumption.A15, answer.isOk(), answer.isOk() ? "the self-check answers" : answer.toString());
        JsonNode check = answer.orFail().json();
        findings.that(Assumption.A24, check.path("missing").isEmpty(),
                check.path("checked").asInt() + " members checked, missing: " + check.path("missing"));
        findings.that(Assumption.A8, check.path("notSetUp").isEmpty(), "not set up: " + check.path("notSetUp"));
    }

    private void access() {
        Product nobody = jira.as(Optional.empty());
        for (String path : List.of("/self-check", "/journal?project=X", "/summary?project=X")) {
            Product.Answer answer = nobody.get(APP + path);
            findings.that(Assumption.A7, answer.status() == 401 || answer.status() == 403, "nobody: " + path + " " + answer.status());
        }
        settings.memberToken().ifPresent(token -> {
            Product.Answer answer = jira.as(Optional.of(token)).get(APP + "/projects");
            findings.that(Assumption.A7, answer.status() == 401 || answer.status() == 403, "member: /projects " + answer.status());
        });
        Product.Answer page = nobody.get("/plugins/servlet/decision-gates/admin");
        findings.that(Assumption.A3, !page.isOk() && page.status() < 500, "nobody: administration page " + page.status());
    }

    private String createProject() {
        String key = "DG" + IntStream.range(0, 5).mapToObj(i -> String.valueOf((char) ('A' + ThreadLocalRandom.current().nextInt(26))))
                .collect(Collectors.joining());
        jira.post("/rest/api/2/project", Map.of("key", key, "name", "Acceptance " + key, "projectTypeKey", "business", "projectTemplateKey",
                TEMPLATE, "lead", me)).orFail();
        cleanup.later("project " + key, () -> jira.delete("/rest/api/2/project/" + key));
        return key;
    }

    private void enable(String project) {
        Product.Answer enabled = jira.post(APP + "/projects/" + project + "/enable", Map.of());
        if (!enabled.isOk()) {
            throw new KitException(enabled + ". Enable a project on the app's administration page and name it with --project");
        }
    }

    private String decision(String project, JiraIssues issues) {
        String type = issues.typeId("Decision");
        Map<String, String> fields = issues.createFields(type);
        findings.that(Assumption.A9, fields.containsKey("Owner"), "fields on the create screen: " + fields.keySet());
        String key = issues.create(type, "Acceptance: which button is shown first", Map.of()).orFail().json().path("key").asText();
        JsonNode send = issues.transition(key, "Send for review");
        Product.Answer refused = issues.move(key, send, Map.of());
        if (refused.status() != 400) {
            throw new KitException("a Decision without owner, date and criteria was not refused: " + refused);
        }
        within(settings.patience(), () -> entries(project, send, "REFUSED") == 1);
        findings.that(Assumption.A10, entries(project, send, "REFUSED") == 1, "refused transition: " + entries(project, send, "REFUSED")
                + " row; " + refused.json().path("errors").size() + " reasons under their fields");
        issues.move(key, send, Map.of(JiraIssues.field(send, "Owner"), Map.of("name", me), "duedate", today.plusDays(5).toString(),
                JiraIssues.field(send, "Acceptance criteria"), CRITERIA)).orFail();
        // what the gate only advises is not met
        within(settings.patience(), () -> entries(project, send, "ADVISED") == 1);
        findings.that(Assumption.A14, entries(project, send, "ADVISED") == 1, "one pass: " + entries(project, send, "ADVISED") + " row");
        owner(project, issues, key);
        return key;
    }

    private void owner(String project, JiraIssues issues, String key) {
        String stored = issues.lastValue(key, "Owner").orElse("");
        String kind = stored.equals(myKey) ? stored.equals(me) ? "key or name, which are the same here" : "key" : stored.equals(me) ? "name"
                : "neither key nor name";
        String shown = row(summary(project).path("decisions"), key).path("owner").asText();
        findings.that(Assumption.A11, !kind.startsWith("neither") && shown.equals(myDisplayName), "history holds the " + kind
                + "; the summary shows " + (shown.equals(myDisplayName) ? "the right person" : "'" + shown + "'"));
    }

    private void blocker(String project, JiraIssues issues) {
        String type = issues.typeId("Blocker");
        Product.Answer refused = issues.create(type, "Acceptance: nothing is filled in", Map.of());
        if (refused.status() != 400) {
            throw new KitException("a Blocker without owner, date and fallback was not refused: " + refused);
        }
        within(settings.patience(), () -> count(project, "Create", "REFUSED") >= 1);
        findings.that(Assumption.A10, count(project, "Create", "REFUSED") >= 1,
                "refused creation: " + count(project, "Create", "REFUSED") + " row");
        Map<String, String> fields = issues.createFields(type);
        String key = issues
                .create(type, "Acceptance: the test environment is gone", Map.of(fields.get("Owner"), Map.of("name", me),
                        "duedate", today.plusDays(3).toString(), fields.get("Fallback plan"),
                        "Test on the environment of the other team, at night."))
                .orFail().json().path("key").asText();
        JsonNode resolve = issues.transition(key, "Resolve");
        Map<String, Object> settled = JiraIssues.firstChoices(resolve);
        settled.put(JiraIssues.field(resolve, "Outcome"), "The environment was restored and the tests ran again.");
        issues.move(key, resolve, settled).orFail();
        long start = System.nanoTime();
        boolean told = within(settings.patience(), () -> closures(project, key) > 0);
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        findings.that(Assumption.A2, told, told ? "a resolved Blocker is in the week's closures after " + seconds + " s"
                : "a resolved Blocker was not in the week's closures within " + settings.patience().toSeconds() + " s");
        if (told) {
            findings.that(Assumption.A14, closures(project, key) == 1, "one closure: " + closures(project, key) + " row");
        }
        jira.delete("/rest/api/2/issue/" + key).orFail();
        boolean gone = within(settings.patience(), () -> closures(project, key) == 0);
        findings.that(Assumption.A2, gone,
                "a deleted issue is " + (gone ? "" : "still ") + "listed " + (gone ? "no longer" : "in the week"));
    }

    private void journalPages(String project) {
        List<Long> all = sequences(jira.get(APP + "/journal?limit=50&project=" + project).orFail().json());
        List<Long> paged = new ArrayList<>();
        JsonNode page = jira.get(APP + "/journal?limit=1&project=" + project).orFail().json();
        while (!page.path("entries").isEmpty() && paged.size() < all.size()) {
            paged.addAll(sequences(page));
            if (page.path("next").isNull()) {
                break;
            }
            page = jira.get(APP + "/journal?limit=1&project=" + project + "&after=" + page.path("next").asLong()).orFail().json();
        }
        List<Long> sorted = all.stream().sorted(Comparator.reverseOrder()).toList();
        findings.that(Assumption.A1, all.size() >= 3 && all.equals(paged) && all.equals(sorted),
                all.size() + " rows, newest first: " + all.equals(sorted)
                        + ", the same one by one: " + all.equals(paged));
    }

    private static List<Long> sequences(JsonNode page) {
        List<Long> sequences = new ArrayList<>();
        page.path("entries").forEach(entry -> sequences.add(entry.path("sequence").asLong()));
        return sequences;
    }

    private void impact(String decision) {
        String lines = APP + "/issue/" + decision + "/impact-lines";
        Map<String, Object> line = Map.of("metric", "Acceptance conversion", "unit", "%", "direction", "up", "baseline", "3.0", "expected",
                "3.4",
                "confidence", "0.5");
        jira.post(lines, line).orFail();
        Product.Answer panel = jira.get(lines + "/panel");
        findings.that(Assumption.A6, panel.isOk() && panel.body().contains("Acceptance conversion"),
                panel.isOk() && panel.body().contains("Acceptance conversion")
                        ? "the panel shows the line that was added"
                        : "the panel does not show the line that was added: " + panel);
        JsonNode before = jira.get(lines).orFail().json();
        Product.Answer form = jira.forge("POST", lines, "application/x-www-form-urlencoded", "metric=forged");
        Product.Answer text = jira.forge("POST", lines, "text/plain",
                "{\"metric\":\"forged\",\"unit\":\"%\",\"direction\":\"up\",\"baseline\":\"1\","
                        + "\"expected\":\"2\",\"confidence\":\"0.5\"}");
        boolean unchanged = jira.get(lines).orFail().json().equals(before);
        findings.that(Assumption.A16, !form.isOk() && !text.isOk() && unchanged,
                "forged form " + form.status() + ", forged text " + text.status()
                        + ", nothing was changed: " + unchanged);
    }

    private JsonNode summary(String project) {
        return jira.get(APP + "/summary?project=" + project).orFail().json();
    }

    private long closures(String project, String key) {
        return rows(summary(project).path("closures"), key);
    }

    private static long rows(JsonNode section, String key) {
        long count = 0;
        for (JsonNode row : section.path("rows")) {
            count += row.path("key").asText().equals(key) ? 1 : 0;
        }
        return count;
    }

    private static JsonNode row(JsonNode section, String key) {
        for (JsonNode row : section.path("rows")) {
            if (row.path("key").asText().equals(key)) {
                return row;
            }
        }
        return MissingNode.getInstance();
    }

    private long entries(String project, JsonNode transition, String outcome) {
        return count(project, transition.path("name").asText(), outcome);
    }

    private long count(String project, String transition, String outcome) {
        long count = 0;
        for (JsonNode entry : jira.get(APP + "/journal?limit=200&project=" + project).orFail().json().path("entries")) {
            boolean same = entry.path("transition").asText().toLowerCase(Locale.ROOT).equals(transition.toLowerCase(Locale.ROOT));
            count += same && entry.path("outcome").asText().equals(outcome) ? 1 : 0;
        }
        return count;
    }

    /** Asks once a second until the answer is yes or the time is over. */
    static boolean within(Duration time, BooleanSupplier question) {
        long end = System.nanoTime() + time.toNanos();
        while (!question.getAsBoolean()) {
            if (System.nanoTime() >= end) {
                return false;
            }
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KitException("interrupted while waiting");
            }
        }
        return true;
    }
}
