package org.decisiongates.sandbox.jira.data;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.jira.model.SandboxJira;

/** What the people of the sample do in the app itself, through its own REST: estimate impact, keep records, and run into gates. */
final class SampleLife {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SEND_FOR_REVIEW = 11;
    private static final int START_DELIVERY = 31;
    /** Before Friday evening of the week before: old enough to be compared with. */
    private static final Duration BEFORE_MONDAY = Duration.ofHours(54);

    /** Estimated last week: who, issue, metric, unit, good direction, baseline, expected, confidence. */
    private static final List<String[]> LAST_WEEK = List.of(
            new String[] {"lead", "SHOP-5", "Checkout conversion", "%", "up", "3.0", "3.4", "0.5"},
            new String[] {"owner", "SHOP-15", "Checkout conversion", "%", "up", "3.0", "2.7", "0.8"},
            new String[] {"owner", "SHOP-12", "Basket value", "EUR", "up", "48", "50", "0.4"},
            new String[] {"owner", "SHOP-16", "Calls to support", "a day", "down", "120", "150", "0.6"},
            new String[] {"lead", "SHOP-13", "Calls to support", "a day", "down", "120", "105", "0.6"});
    private static final List<String[]> THIS_WEEK = List.of(
            new String[] {"owner", "SHOP-7", "Checkout conversion", "%", "up", "3.0", "3.2", "0.3"},
            new String[] {"owner", "SHOP-17", "Calls to support", "a day", "down", "120", "132", "0.5"});
    /** Estimated anew this week: the same, of the line the issue has. */
    private static final List<String[]> ANEW = List.of(
            new String[] {"lead", "SHOP-5", "Checkout conversion", "%", "up", "3.0", "3.7", "0.5"},
            new String[] {"owner", "SHOP-12", "Basket value", "EUR", "up", "48", "50", "0.7"});

    /** Recorded: who, issue, kind, and each part with its text. */
    private static final List<List<String>> RECORDS = List.of(
            List.of("owner", "SHOP-5", "option", "text", "3.7 % from March on", "reason", "What the pilot shops reached", "state",
                    "CHOSEN"),
            List.of("owner", "SHOP-5", "option", "text", "4 % from March on", "reason", "No shop has come near it in two years", "state",
                    "REJECTED"),
            List.of("owner", "SHOP-5", "criterion", "text", "Catalogue pages open fast on a phone", "target", "1400", "unit", "ms",
                    "verifier", "lead", "state", "VERIFIED"),
            List.of("owner", "SHOP-5", "criterion", "text", "Nobody finds fewer products than before", "verifier", "owner"),
            List.of("owner", "SHOP-5", "trade-off", "text", "Pictures from all sides on the list", "acceptedBy", "lead"),
            List.of("owner", "SHOP-5", "exception-state", "path", "RECOVERY", "text", "Switch the old pages on; tell support", "owner",
                    "owner"),
            List.of("lead", "SHOP-5", "risk", "text", "Old links lead nowhere"),
            List.of("owner", "SHOP-5", "evidence", "text", "Load test with 200 visitors", "reference", "https://ci.example.com/runs/7"),
            List.of("owner", "SHOP-16", "communication-plan", "audience", "Shops that sell from the catalogue", "channel", "Status page",
                    "owner", "lead"),
            List.of("owner", "SHOP-16", "risk", "text", "Prices of the day before are shown"),
            // one issue of a release that lacks nothing, beside those that do
            List.of("owner", "SHOP-52", "trade-off", "text", "Pages cannot be kept for all viewers alike", "acceptedBy", "lead"),
            List.of("owner", "SHOP-52", "exception-state", "path", "EXPECTED", "text", "The day is shown once the postcode is known",
                    "owner", "owner"),
            List.of("owner", "SHOP-52", "exception-state", "path", "FAILURE", "text", "The parcel service does not answer in time",
                    "owner", "owner"),
            List.of("owner", "SHOP-52", "exception-state", "path", "RECOVERY", "text", "Show the usual span of days; tell support",
                    "owner", "lead"));

    private final Box box;
    private final SandboxJira jira;
    private final SampleRequests requests;

    SampleLife(Box box, SandboxJira jira, SampleRequests requests) {
        this.box = box;
        this.jira = jira;
        this.requests = requests;
    }

    /** What was estimated in the week before, at that time. */
    void estimateBeforeThisWeek() {
        LAST_WEEK.forEach(line -> add(line));
    }

    /** The same in a box that begins in this week. */
    void estimateLastWeek() {
        estimateBeforeThisWeek();
        age();
    }

    /** In a box that can tell what was planned before: test data take longer than last week seemed, and a blocker has a new owner. */
    void replan() {
        requests.send("owner", "GET", "/rest/api/2/issue/SHOP-18", null).map(issue -> issue.at("/fields/duedate").asText())
                .filter(due -> !due.isEmpty()).ifPresent(due -> edit("SHOP-18", "duedate", "\"" + LocalDate.parse(due).plusDays(5) + "\""));
        jira.fields().customNamed("Owner").forEach(field -> edit("SHOP-22", field.id(), "{\"name\":\"lead\"}"));
    }

    private void edit(String key, String field, String value) {
        requests.send("owner", "PUT", "/rest/api/2/issue/" + key, "{\"fields\":{\"" + field + "\":" + value + "}}");
    }

    /** What they do in the week of now. */
    void live() {
        THIS_WEEK.forEach(line -> add(line));
        ANEW.forEach(this::change);
        RECORDS.forEach(this::keep);
        keep(List.of("owner", "SHOP-52", "criterion", "text", "No day is shown that the parcel service has not confirmed", "state",
                "VERIFIED")).ifPresent(
                        criterion -> keep(List.of("owner", "SHOP-52", "evidence", "text", "A week of orders compared",
                                "reference", "https://ci.example.com/runs/8", "criterion", criterion.path("id").asText())));
        // what asked for it, and what it is for
        List.of("OPS-1", "OPS-2").forEach(other -> requests.send("admin", "POST", "/rest/api/2/issueLink",
                "{\"type\":{\"name\":\"Relates\"},\"inwardIssue\":{\"key\":\"" + other + "\"},\"outwardIssue\":{\"key\":\"SHOP-52\"}}"));
        // two that lack something, and one that has it all
        transition("owner", "SHOP-8", SEND_FOR_REVIEW);
        transition("lead", "SHOP-9", START_DELIVERY);
        transition("owner", "SHOP-4", START_DELIVERY);
        requests.send("owner", "POST", "/rest/api/2/issue",
                "{\"fields\":{\"project\":{\"key\":\"SHOP\"},\"issuetype\":{\"name\":\"Blocker\"},"
                        + "\"summary\":\"Something is slow somewhere\"}}");
    }

    private Optional<JsonNode> keep(List<String> row) {
        ObjectNode body = JSON.createObjectNode();
        for (int i = 3; i < row.size(); i += 2) {
            body.put(row.get(i), row.get(i + 1));
        }
        return requests.send(row.get(0), "POST", "/rest/decision-gates/1.0/issue/" + row.get(1) + "/records/" + row.get(2),
                body.toString());
    }

    private void add(String[] line) {
        requests.send(line[0], "POST", lines(line), body(line, ""));
    }

    private void change(String[] line) {
        Optional<JsonNode> known = requests.send(line[0], "GET", lines(line), null).flatMap(SampleLife::first);
        if (known.isPresent()) {
            requests.send(line[0], "PUT", lines(line) + "/" + known.get().path("id").asText(),
                    body(line, ",\"version\":" + known.get().path("version").asText()));
        }
    }

    /** The first object that has an id, wherever the answer holds it. */
    private static Optional<JsonNode> first(JsonNode answer) {
        return answer.findParents("version").stream().filter(node -> node.has("id")).findFirst();
    }

    private static String lines(String[] line) {
        return "/rest/decision-gates/1.0/issue/" + line[1] + "/impact-lines";
    }

    private static String body(String[] line, String more) {
        return "{\"metric\":\"" + line[2] + "\",\"unit\":\"" + line[3] + "\",\"direction\":\"" + line[4] + "\",\"baseline\":\"" + line[5]
                + "\",\"expected\":\"" + line[6] + "\",\"confidence\":\"" + line[7] + "\"" + more + "}";
    }

    private void transition(String user, String key, int action) {
        requests.send(user, "POST", "/rest/api/2/issue/" + key + "/transitions", "{\"transition\":{\"id\":\"" + action + "\"}}");
    }

    /** Nobody can have estimated anything before the first start: the sandbox makes what is there a week old. */
    private void age() {
        LocalDate monday = LocalDate.now(jira.clock()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Instant then = monday.atStartOfDay().minus(BEFORE_MONDAY).atZone(jira.clock().getZone()).toInstant();
        box.jdbc().sql("select table_name from information_schema.tables where table_name like 'AO%ISSUE_CHANGE'").query(String.class)
                .optional()
                .ifPresent(table -> box.jdbc().sql("update \"" + table + "\" set \"AT_MILLIS\" = ? where \"ITEM\" = 'IMPACT'")
                        .param(then.toEpochMilli()).update());
    }
}
