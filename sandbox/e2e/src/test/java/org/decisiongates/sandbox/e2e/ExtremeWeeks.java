package org.decisiongates.sandbox.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A Jira that answers with weeks no sample would hold, made from a real answer of the resource: the project key says which. */
final class ExtremeWeeks implements AutoCloseable {

    private static final String LATIN = "Entscheidungsverantwortung".repeat(16);
    private static final String KEY = "STOREFRONT_OF_THE_NORTHERN_COUNTRIES-123456";
    private static final String HEBREW = "\u05d4\u05d7\u05dc\u05d8\u05d4: \u05e1\u05e4\u05e7 (SHOP-7) 3-D Secure, 50% \u05e2\u05d3 2026!";
    private static final String ARABIC = "\u0627\u0644\u0645\u0632\u0648\u062f SHOP-9 \u064a\u0631\u0641\u0636 12.5 \u2014 \u062e\u0637\u0629 (\u0628\u062f\u064a\u0644\u0629)";
    private static final Set<String> TYPED = Set.of("summary", "phase", "owner", "fallback", "name", "metric", "unit", "by", "decided",
            "ownerBefore", "risk");
    /** An action has a day where a closure has a name. */
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    private final HttpServer server;
    private final JsonNode week;
    private volatile boolean failing;

    ExtremeWeeks(JsonNode week) {
        this.week = week;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/jira", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jira";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** From now on every question is answered with an error. */
    void fail() {
        failing = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (failing) {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
            return;
        }
        String query = exchange.getRequestURI().getQuery();
        String project = query.replaceFirst(".*project=([A-Z0-9]+).*", "$1");
        byte[] body = new ObjectMapper().writeValueAsString(answer(project, query.contains("compare="))).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private ObjectNode answer(String project, boolean compared) {
        ObjectNode answer = week.deepCopy();
        history(answer, compared);
        switch (project) {
            case "NONE" -> {
                answer.forEach(section -> rows(section, 0, 0));
                answer.putObject("gates").put("evaluated", 0).put("passed", 0).put("refused", 0).put("failed", 0).put("waived", 0)
                        .putArray("rules");
            }
            case "USUAL" -> {}
            case "ONE" -> answer.forEach(section -> rows(section, 1, 1));
            case "MANY" -> rows(answer.get("blockers"), 200, 500);
            case "WORDS" -> {
                // whatever other tests left in the sample, each column has its widest text that stays on one line
                List.of("blockers", "decisions").forEach(open -> answer.get(open).get("rows").forEach(row -> ((ObjectNode) row)
                        .put("overdue", true).put("due", "2020-12-28").put("escalated", true).put("customerFacing", true)
                        .put("ownerActive", false).putArray("impact").addObject().put("metric", "Calls").put("unit", "a day")
                        .put("direction", "DOWN").put("change", 1_234_567.125)));
                answer.get("blockers").get("rows").forEach(row -> ((ObjectNode) row).put("key", "SHOP-1234"));
                ((ObjectNode) answer.get("blockers").get("rows").get(0)).put("fallback", "").putArray("impact");
                retyped(answer, any -> LATIN);
            }
            case "FULL" -> full(answer);
            case "NOTED" -> {
                full(answer);
                ((ObjectNode) answer.get("header")).put("partial", true).put("numbers", "behind");
            }
            case "RIGHT" -> retyped(answer, text -> text.length() % 2 == 0 ? HEBREW : ARABIC);
            default -> throw new IllegalArgumentException(project);
        }
        return answer;
    }

    /** Eight weeks of every tile, and where it is compared, a change of every kind. */
    private static void history(ObjectNode answer, boolean compared) {
        ObjectNode history = answer.putObject("history");
        ObjectNode difference = history.putObject("difference").put("since", "2026-W46");
        counts(difference.putObject("blockers"), 2);
        counts(difference.putObject("decisions"), 1);
        ArrayNode series = history.putArray("series");
        for (String name : List.of("overdue", "blocker-surfacing-lead", "post-pilot-execution-stability", "pilot-decision-velocity")) {
            ArrayNode points = series.addObject().put("name", name).putArray("points");
            for (int i = 0; i < 8; i++) {
                ObjectNode point = points.addObject().put("week", "2026-W" + (40 + i));
                if (i != 2) {
                    point.put("value", i * 0.125);
                }
            }
        }
        if (compared) {
            ObjectNode comparison = history.putObject("comparison").put("from", "2026-W46").put("to", "2026-W47");
            counts(comparison.putObject("blockers"), 1);
            counts(comparison.putObject("decisions"), 0);
            ArrayNode rows = comparison.putObject("changes").put("total", 7).putArray("rows");
            for (String kind : List.of("new", "reopened", "closed", "left", "slipped", "owner-changed", "re-estimated")) {
                rows.addObject().put("kind", kind).put("key", "SHOP-7").put("summary", "Payment provider refuses 3-D Secure")
                        .put("blocker", true).put("ownerBefore", "Tom Keller").put("owner", "Maya Brandt").put("dueBefore", "2026-11-18")
                        .put("due", "2026-11-27").put("outcome", "RESOLVED").put("decided", "The present provider stays")
                        .putObject("estimate").put("metric", "Calls to support").put("unit", "a day").put("before", 9).put("now", 24)
                        .put("confidenceBefore", 0.5).put("confidence", 0.8);
            }
        }
    }

    private static void counts(ObjectNode counts, int each) {
        counts.put("complete", true);
        List.of("added", "reopened", "closed", "left", "slipped", "ownerChanged", "reEstimated").forEach(name -> counts.put(name, each));
    }

    /** As much of everything as there can be, and every text too long. */
    private static void full(ObjectNode answer) {
        answer.forEach(section -> rows(section, 30, 12_345));
        answer.get("blockers").get("rows").forEach(row -> ((ObjectNode) row).put("key", KEY).put("overdue", true).put("escalated", false)
                .put("customerFacing", true).put("ownerActive", false).put("owner", LATIN).put("phase", LATIN).put("due", "2026-09-30"));
        ((ObjectNode) answer.get("blockers").get("rows").get(1)).put("escalated", true).remove(List.of("owner", "due"));
        JsonNode closures = answer.get("closures").get("rows");
        closures.forEach(row -> ((ObjectNode) row).put("key", KEY).put("blocker", true).put("outcome", "FALLBACK_INVOKED")
                .put("decided", LATIN).remove(List.of("successor", "acceptance")));
        // whatever other tests closed in the sample, a link stands before the mark, with a reason and without one
        superseded(closures.get(0));
        superseded(closures.get(1)).remove("decided");
        answer.get("movement").get("rows")
                .forEach(row -> ((ObjectNode) row).put("now", -1_234_567.125).put("before", 7_654_321.5).put("issueTotal", 12_345));
        ((ObjectNode) answer.get("headline")).put("rule", "impact-worse").putArray("arguments").add(123_456_789).add(123_456_789);
        retyped(answer, any -> LATIN);
    }

    private static ObjectNode superseded(JsonNode closure) {
        ObjectNode row = ((ObjectNode) closure).put("blocker", false).put("outcome", "SUPERSEDED");
        row.putObject("successor").put("id", 1).put("key", KEY);
        return row;
    }

    private static void rows(JsonNode section, int listed, int total) {
        if (section.has("rows")) {
            ArrayNode rows = (ArrayNode) section.get("rows");
            JsonNode first = rows.get(0);
            rows.removeAll();
            for (int i = 0; i < listed && first != null; i++) {
                rows.add(first.deepCopy());
            }
            ((ObjectNode) section).put("total", first == null ? 0 : total);
        }
    }

    private static void retyped(JsonNode node, UnaryOperator<String> text) {
        if (node instanceof ObjectNode members && !members.has("answer")) {
            members.fieldNames().forEachRemaining(name -> {
                JsonNode member = members.get(name);
                if (TYPED.contains(name) && member.isTextual() && !member.asText().isEmpty() && !member.asText().equals("OPEN")
                        && !member.asText().matches(DAY)) {
                    members.put(name, text.apply(member.asText()));
                }
            });
        }
        // a figure is known by its name
        node.properties().stream().filter(member -> !member.getKey().equals("figures")).forEach(member -> retyped(member.getValue(), text));
        if (node.isArray()) {
            node.forEach(element -> retyped(element, text));
        }
    }
}
