package org.decisiongates.sandbox.jira;

import static org.decisiongates.sandbox.jira.WiredJira.assertReadable;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.ErrorCollector;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.jira.RuleCase.Answer;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.WiredJira.StoredIssue;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.web.Browser;

/**
 * The kit of gates: every rule, asked of every kind of value, says the same whichever way an issue is moved or made and whoever does it:
 * through the screen, over REST, by a mass change, by creating it. A refusal says what and under which field, has the same keys, changes
 * nothing, and is one row of the journal. The table is {@link RuleCases}.
 */
public class GateOnEveryPathWiredTest {

    private static final Pattern PICKED_DAY = Pattern.compile("\\b\\d{1,2}/[A-Z][a-z]{2}/\\d{2}\\b");
    private static final DateTimeFormatter PICKED = DateTimeFormatter.ofPattern("d/MMM/yy", Locale.ENGLISH);

    private static final String KEYS = "decisionGates: ";
    private static final String RULES = "/rest/decision-gates/1.0/rules";
    private static final String PAGE = "/plugins/servlet/decision-gates/rules";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ACTORS = List.of("lead", "admin");

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static WiredJira wired;
    private static RuleKit kit;
    private static List<RuleCase> cases;
    private static int version = 1;
    private static final Map<String, Browser> BROWSERS = new HashMap<>();

    /** The ways to move an issue, or to make one. */
    private enum Path {
        SCREEN, REST, MASS_CHANGE
    }

    /**
     * What somebody reads.
     *
     * @param texts sentences against the move, each with the id of its field in front; none when it is done
     * @param keys  what a program reads: rule, result, finding and the page of the rule; none on other ways
     */
    private record Said(List<String> texts, List<String> keys) {

        private static final Said NOTHING = new Said(List.of(), List.of());
    }

    /** Every cell of the table that does not hold, not only the first. */
    @Rule
    public final ErrorCollector cells = new ErrorCollector();

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
        kit = RuleKit.install(wired);
        cases = new RuleCases(wired).all();
    }

    @Test
    public void holdsEveryRuleThereIs() throws Exception {
        TreeSet<String> rules = new TreeSet<>();
        wired.get("lead", RULES).json().path("rules").forEach(rule -> rules.add(rule.path("key").asText()));
        assertEquals(rules, cases.stream().map(one -> one.rule).collect(Collectors.toCollection(TreeSet::new)));
        for (String rule : rules) {
            List<RuleCase> own = cases.stream().filter(one -> one.rule.equals(rule)).toList();
            assertTrue(rule, own.stream().anyMatch(one -> one.answer.result().letsThrough()));
            assertTrue(rule, own.stream().anyMatch(one -> !one.answer.result().letsThrough()));
            assertTrue(rule + " at a creation", own.stream().anyMatch(RuleCase::canBeCreated));
        }
    }

    @Test
    public void saysTheSameOnEveryWayToMoveAnIssue() throws Exception {
        for (RuleCase one : cases) {
            cells.checkSucceeds(() -> {
                kit.policy(++version, one.rule, one.settings);
                IssueRow issue = kit.issue(one);
                Set<List<String>> said = new HashSet<>();
                for (Path path : Path.values()) {
                    said.add(daysAside(move(one, issue, path, actor(one, path))));
                }
                assertEquals(one + " is worded alike on every way: " + said, 1, said.size());
                return said;
            });
        }
    }

    @Test
    public void saysTheSameOnEveryWayToMakeAnIssue() throws Exception {
        for (RuleCase one : cases.stream().filter(RuleCase::canBeCreated).toList()) {
            cells.checkSucceeds(() -> {
                kit.policy(++version, one.rule, one.settings);
                Set<List<String>> said = new HashSet<>();
                for (Path path : Path.values()) {
                    said.add(daysAside(make(one, path, actor(one, path))));
                }
                assertEquals(one + " is worded alike on every way: " + said, 1, said.size());
                return said;
            });
        }
    }

    /** Days as programs read them: people read them as Jira's date picker writes them. */
    private static List<String> daysAside(List<String> said) {
        return said.stream().map(text -> PICKED_DAY.matcher(text).replaceAll(day -> LocalDate.parse(day.group(), PICKED).toString()))
                .toList();
    }

    /** Readiness, the panel and the refusal of a program lead to the page that explains the rule, whichever it is. */
    @Test
    public void leadsFromEveryRefusalToThePageOfTheRule() throws Exception {
        Document page = Jsoup.parse(wired.get("lead", PAGE).body());
        Map<String, RuleCase> refused = new TreeMap<>();
        cases.stream().filter(one -> !one.answer.result().letsThrough()).forEach(one -> refused.putIfAbsent(one.rule, one));
        for (RuleCase one : refused.values()) {
            kit.policy(++version, one.rule, one.settings);
            IssueRow issue = kit.issue(one);
            String address = PAGE + "#" + one.rule;
            String actor = one.actor.isEmpty() ? "lead" : one.actor;

            JsonNode rule = wired.get(actor, "/rest/decision-gates/1.0/issue/" + issue.key() + "/readiness?transition=" + RuleKit.TRY)
                    .json().at("/transitions/0/rules/0");
            assertEquals(one.rule, rule.path("rule").asText());
            assertEquals(address, rule.path("page").asText());
            Document panel = Jsoup.parse(wired.get(actor, "/browse/" + issue.key()).body());
            assertFalse(one + ": the panel", panel.select(".decision-gates-readiness a[href$=" + address + "]").isEmpty());
            assertTrue(one + ": the panel", panel.select("[onerror]").isEmpty());

            JsonNode known = wired.get("lead", RULES + "/" + one.rule).json();
            assertEquals(address, known.path("page").asText());
            String section = section(page.getElementById(one.rule));
            for (String text : List.of("name", "description", "details", "why", "since")) {
                assertShown(one.rule + "." + text, section, known.path(text).asText());
            }
            known.path("settings").forEach(setting -> assertShown(one.rule, section, setting.path("label").asText()));
            known.path("examples").forEach(example -> assertShown(one.rule, section, example.path("title").asText()));
            Set<String> findings = new HashSet<>();
            known.path("findings").forEach(finding -> {
                assertShown(one.rule, section, finding.path("message").asText());
                assertShown(one.rule, section, finding.path("remedy").asText());
                findings.add(finding.path("finding").asText());
            });
            assertTrue(one + " in " + findings, findings.containsAll(keys(one, one.answer)));
        }
    }

    /** What stands below a heading, up to the next one. */
    private static String section(Element heading) {
        StringBuilder text = new StringBuilder(heading.text());
        for (Element next = heading.nextElementSibling(); next != null && !next.is("h2"); next = next.nextElementSibling()) {
            text.append(' ').append(next.text());
        }
        return text.toString();
    }

    private static void assertShown(String what, String page, String text) {
        assertFalse(what, text.isBlank());
        assertTrue(what + ": " + text, page.contains(normal(text)));
    }

    /** What was deleted equals nothing: a rule that forbids it would pass every issue. */
    @Test
    public void refusesWhereARuleNamesSomethingThatIsGone() throws Exception {
        String field = wired.field("Customer-facing");
        for (Map.Entry<String, Map<String, String>> gone : Map.of(
                "option with the id 99999", Map.of("rule", "field-equals", "field", field, "options", "99999", "comparison", "none"),
                "no link type with the id 99999", Map.of("rule", "has-attachment-or-link", "source", "link", "link-types", "99999"),
                "no group “nobody”", Map.of("rule", "actor-in-group-or-role", "groups", "approvers\nnobody")).entrySet()) {
            Map<String, String> settings = new HashMap<>(gone.getValue());
            kit.policy(++version, settings.remove("rule"), settings);
            RuleCase any = RuleCase.passes("", "");
            IssueRow issue = kit.issue(any);

            List<String> said = byMassChange(any, issue, "lead").texts();

            assertReadable(gone.getKey(), said);
            assertTrue(gone.getKey() + ": " + said, said.stream().anyMatch(text -> text.contains(gone.getKey())));
            assertEquals("decision", "Draft", wired.status(issue));
        }
    }

    /** Where it does not matter who acts, both do in turns: everybody in each case, and on each way in every other one. */
    private static String actor(RuleCase one, Path path) {
        return one.actor.isEmpty() ? ACTORS.get((version + path.ordinal()) % ACTORS.size()) : one.actor;
    }

    /** What is said to people, which has been held against the table. */
    private static List<String> move(RuleCase one, IssueRow issue, Path path, String actor) throws Exception {
        String what = one + " on " + path + " by " + actor;
        kit.restore(one, issue);
        StoredIssue before = wired.stored(issue);

        Said said = switch (path) {
            case SCREEN -> onTheScreen(one, issue, actor);
            case REST -> overRest(one, issue, actor);
            case MASS_CHANGE -> byMassChange(one, issue, actor);
        };

        StoredIssue after = wired.stored(issue);
        assertEquals(what + " in the journal", before.journal() + 1, after.journal());
        if (!one.answer.result().letsThrough()) {
            assertEquals(what + " leaves all as it was",
                    new StoredIssue(before.issue(), before.history(), before.comments(), before.journal() + 1), after);
        }
        assertSaid(what, one, one.answer, path, said);
        return said.texts().stream().sorted().toList();
    }

    private static List<String> make(RuleCase one, Path path, String actor) throws Exception {
        String what = one + ", made on " + path + " by " + actor;
        long rows = wired.journal();
        int issues = wired.jira.issues().idsOf(wired.id(RuleKit.CREATING)).size();

        Said said = switch (path) {
            case SCREEN -> onTheCreateScreen(one, actor);
            case REST -> created(one, actor);
            case MASS_CHANGE -> createdByAnApp(one, actor);
        };

        assertEquals(what + " in the journal", rows + 1, wired.journal());
        assertEquals(what, issues + (one.atCreation().result().letsThrough() ? 1 : 0),
                wired.jira.issues().idsOf(wired.id(RuleKit.CREATING)).size());
        assertSaid(what, one, one.atCreation(), path, said);
        return said.texts().stream().sorted().toList();
    }

    private static void assertSaid(String what, RuleCase one, Answer answer, Path path, Said said) {
        List<String> keys = keys(one, answer);
        assertEquals(what,
                "kit " + version + " " + RuleKit.GATE + " " + (answer.result().letsThrough() ? "PASSED" : "FAILED") + "|" + one.rule + "\t"
                        + answer.result()
                        + "\tENFORCE\t\t" + keys.stream().map(key -> "\t" + key).collect(Collectors.joining()),
                kit.lastGate());
        if (answer.result().letsThrough()) {
            assertEquals(what, Said.NOTHING, said);
            return;
        }
        assertReadable(what, said.texts());
        if (path == Path.REST) {
            assertEquals(what, keys.stream().map(key -> one.rule + " FAILED " + key + " " + PAGE + "#" + one.rule).toList(), said.keys());
        }
    }

    private static List<String> keys(RuleCase one, Answer answer) {
        return answer.findings().stream().map(finding -> "decision-gates.rule." + one.rule + "." + finding).toList();
    }

    private static Said onTheScreen(RuleCase one, IssueRow issue, String actor) throws Exception {
        Browser browser = browser(actor);
        browser.open("/secure/CommentAssignIssue!default.jspa?id=" + issue.id() + "&action=" + RuleKit.TRY);
        return submitted(browser, "#issue-workflow-transition", one.supplied, "comment", one.comment);
    }

    private static Said onTheCreateScreen(RuleCase one, String actor) throws Exception {
        Browser browser = browser(actor);
        browser.open("/secure/CreateIssue!default.jspa?pid=" + wired.id(RuleKit.CREATING) + "&issuetype=" + wired.type("Decision"));
        return submitted(browser, "#issue-create", one.filled(), "summary", "Made");
    }

    /** What the form says when it is shown again, each error with its field in front. */
    private static Said submitted(Browser browser, String form, Map<String, String> fields, String name, String value) throws Exception {
        List<String> typed = new ArrayList<>(List.of(name, value));
        fields.forEach((field, text) -> typed.addAll(List.of(kit.id(field), kit.value(text))));
        browser.submit(form, typed.toArray(String[]::new));
        assertEquals(200, browser.status);
        assertTrue(browser.page.html(), browser.page.select("[onerror]").isEmpty());
        if (browser.page.select(form).isEmpty()) {
            return Said.NOTHING;
        }
        List<String> said = new ArrayList<>(browser.page.select(".aui-message p, .aui-message li").eachText());
        browser.page.select(".error[data-field]").forEach(error -> said.add(error.attr("data-field") + ": " + error.text()));
        return new Said(said, List.of());
    }

    private static Said overRest(RuleCase one, IssueRow issue, String actor) throws Exception {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("transition").put("id", String.valueOf(RuleKit.TRY));
        body.set("fields", JSON.valueToTree(kit.json(one.supplied)));
        if (!one.comment.isEmpty()) {
            body.putObject("update").putArray("comment").addObject().putObject("add").put("body", one.comment);
        }
        return replied(204, wired.call(actor, "POST", "/rest/api/2/issue/" + issue.key() + "/transitions", WiredJira.JSON,
                body.toString()));
    }

    private static Said created(RuleCase one, String actor) throws Exception {
        Map<String, Object> fields = kit.json(one.filled());
        fields.putAll(Map.of("project", Map.of("id", String.valueOf(wired.id(RuleKit.CREATING))), "issuetype",
                Map.of("id", wired.type("Decision")), "summary", "Made"));
        return replied(201,
                wired.call(actor, "POST", "/rest/api/2/issue", WiredJira.JSON, JSON.writeValueAsString(Map.of("fields", fields))));
    }

    private static Said replied(int done, Reply reply) throws Exception {
        if (reply.status() == done) {
            return Said.NOTHING;
        }
        assertEquals(reply.body(), 400, reply.status());
        List<String> texts = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (String text : reply.errors()) {
            if (text.startsWith(KEYS)) {
                JsonNode line = JSON.readTree(text.substring(KEYS.length()));
                for (JsonNode missing : line.path("missing")) {
                    String field = missing.path("field").asText();
                    assertTrue(reply.body(), field.isEmpty() || reply.errors().stream().anyMatch(one -> one.startsWith(field + ": ")));
                }
                line.path("missing").forEach(missing -> keys.add(missing.path("rule").asText() + " " + missing.path("result").asText() + " "
                        + missing.path("finding").asText() + " " + line.path("pages").asText() + missing.path("rule").asText()));
            } else {
                texts.add(normal(text));
            }
        }
        return new Said(texts, keys);
    }

    private static Said byMassChange(RuleCase one, IssueRow issue, String actor) throws Exception {
        IssueInput input = kit.input(one.supplied);
        if (!one.comment.isEmpty()) {
            input.comment(one.comment);
        }
        return away(() -> wired.jira.issues().transition(actor, issue.id(), RuleKit.TRY, input));
    }

    private static Said createdByAnApp(RuleCase one, String actor) throws Exception {
        IssueInput input = kit.input(one.filled()).set("project", String.valueOf(wired.id(RuleKit.CREATING)))
                .set("issuetype", wired.type("Decision")).set("summary", "Made");
        return away(() -> wired.jira.issues().create(actor, input));
    }

    /** As Jira's own mass change works, and other apps: on a thread that serves no request. */
    private static Said away(Callable<Outcome> work) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Outcome outcome = thread.submit(work).get(60, TimeUnit.SECONDS);
            return outcome.done() ? Said.NOTHING
                    : new Said(WiredJira.messages(outcome).stream().map(GateOnEveryPathWiredTest::normal).toList(), List.of());
        } finally {
            thread.shutdown();
        }
    }

    private static Browser browser(String actor) throws Exception {
        if (!BROWSERS.containsKey(actor)) {
            BROWSERS.put(actor, Browser.as(wired.box.baseUrl(), actor));
        }
        return BROWSERS.get(actor);
    }

    /** As a page shows it: blanks in a row are one. */
    private static String normal(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
