package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Levels;
import org.decisiongates.sandbox.jira.model.TransitionRow;

/**
 * Whatever happens to issues that somebody may not see, nothing that he reads changes: the same questions are asked before, and after each
 * round of things that are done to hidden issues, chosen by chance from a fixed seed.
 */
public class HiddenIssuesWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String REST = "/rest/decision-gates/1.0/";
    private static final String PAGE = "/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-week-link";
    /** Nobody of these is granted the level; null is nobody logged in. */
    private static final List<String> OTHERS = Arrays.asList("reader", "stakeholder", "owner", "admin", "outsider", "unlicensed", null);
    /** The age of what is open, in days, which is another one a few minutes later. */
    private static final String GROWS_WITH_TIME = "\"oldest-days\":[0-9.]+|(?<=survival\",\"value\":)[0-9.]+";
    private static final int ROUNDS = 4;
    private static final int THINGS = 12;

    private static final List<IssueRow> HIDDEN = new ArrayList<>();

    private static WiredJira wired;
    private static long level;
    private static String first;

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
        long scheme = wired.jira.levels().createScheme("Levels");
        level = wired.jira.levels().create(scheme, "Few", List.of("storefront-leads")).id();
        wired.jira.levels().useScheme(wired.id("SHOP"), scheme);
    }

    @Test
    public void nothingThatOthersReadChangesWithWhatIsHidden() throws Exception {
        Random random = new Random(20261128);
        // that something is hidden is told of a project, and no more
        create(random);
        first = HIDDEN.get(0).key();
        Map<String, String> before = readings(OTHERS);
        Map<String, String> all = readings(List.of("lead"));
        for (int round = 1; round <= ROUNDS; round++) {
            List<String> done = new ArrayList<>();
            for (int thing = 0; thing < THINGS; thing++) {
                done.add(happens(random));
            }
            String when = "round " + round + ", after " + done + ", ";
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                Map<String, String> now = readings(OTHERS);
                before.forEach((reading, said) -> assertEquals(when + reading, said, now.get(reading)));
            });
        }
        assertNotEquals("who may see them reads of them", all, readings(List.of("lead")));
        assertTrue("something was hidden in the end", HIDDEN.size() > 1);
    }

    private static String happens(Random random) throws Exception {
        if (HIDDEN.size() < 3) {
            return create(random);
        }
        IssueRow issue = HIDDEN.get(random.nextInt(HIDDEN.size()));
        switch (random.nextInt(6)) {
            case 0:
                return create(random);
            case 1:
                IssueInput edit = fields(random);
                return "edit " + issue.key() + " " + wired.jira.issues().update("lead", issue.id(), edit).done();
            case 2:
                Reply line = wired.post("lead", REST + "issue/" + issue.key() + "/impact-lines",
                        "{'metric':'m','unit':'u','direction':'UP','baseline':1,'expected':"
                                + (2 + random.nextInt(5)) + ",'confidence':0.5,'check':'" + TestTime.today().plusDays(random.nextInt(40))
                                + "'}");
                return "line of " + issue.key() + " " + line.status();
            case 3:
                if (random.nextInt(3) > 0) {
                    return "comment on " + issue.key() + " " + wired.jira.issues().comment("lead", issue.id(), "hidden").done();
                }
                HIDDEN.remove(issue);
                return "delete " + issue.key() + " " + wired.jira.issues().delete("lead", issue.id()).done();
            default:
                List<TransitionRow> ways = wired.jira.issues().transitions("lead", wired.jira.issues().byId(issue.id()).orElseThrow());
                if (ways.isEmpty()) {
                    return "nowhere to go for " + issue.key();
                }
                TransitionRow way = ways.get(random.nextInt(ways.size()));
                return way + " of " + issue.key() + " "
                        + wired.jira.issues().transition("lead", issue.id(), way.id(), fields(random)).done();
        }
    }

    private static String create(Random random) {
        String type = random.nextBoolean() ? "Decision" : "Blocker";
        IssueRow issue = wired.create("SHOP", type, fields(random).set(Levels.FIELD, String.valueOf(level)));
        HIDDEN.add(issue);
        return "create " + type + " " + issue.key();
    }

    private static IssueInput fields(Random random) {
        IssueInput input = new IssueInput().set("summary", "hidden")
                .set("duedate", TestTime.today().plusDays(random.nextInt(30)).toString())
                .set(wired.field("Owner"), List.of("lead", "owner").get(random.nextInt(2)))
                .offScreen(IssueInput.OffScreen.ACCEPTED);
        for (String field : List.of("Acceptance criteria", "Question and options", "Trade-offs", "Fallback plan",
                "Expected customer impact")) {
            input.set(wired.field(field), "Something that is hidden, in enough words to be counted as text");
        }
        return input;
    }

    /**
     * Status and body of everything that can be asked about the project, but for the moment, what ages by the minute, and the token of a
     * form.
     */
    private static Map<String, String> readings(List<String> people) throws Exception {
        List<String> questions = new ArrayList<>(List.of("project=SHOP", "project=SHOP&week=last", "project=RISK", "project=OPS"));
        for (String query : List.of("project = SHOP", "order by key", "summary ~ \"hidden\"", "issuetype = Blocker and resolution is EMPTY",
                "assignee = lead")) {
            questions.add("jql=" + encoded(query));
        }
        Map<String, String> readings = new LinkedHashMap<>();
        for (String who : people) {
            for (String question : questions) {
                readings.put(who + ": " + question, content(wired.get(who, REST + "summary?" + question)));
            }
            // one question each: a second one may be put off until the next call
            for (String question : List.of("project=SHOP", "jql=order by key")) {
                readings.put(who + ": batch of " + question, content(wired.get(who, REST + "summary/batch?q=" + encoded(question))));
            }
            readings.put(who + ": page", content(wired.get(who, PAGE)));
            readings.put(who + ": page of last week", content(wired.get(who, PAGE + "&week=2000-W01")));
            readings.put(who + ": lines", content(wired.get(who, REST + "issue/" + first + "/impact-lines")));
        }
        return readings;
    }

    private static String content(Reply reply) {
        return reply.status() + " "
                + reply.body().replaceAll("\"asOf\":\"[^\"]*\"|\"in-status-days\":[0-9.]+", "").replaceAll(GROWS_WITH_TIME, "")
                        .replaceAll("[0-9a-f]{32}", "")
                        .replaceAll("(?i)as of [^<]*", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
