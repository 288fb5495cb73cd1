package org.decisiongates.sandbox.jira;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.JsonNode;

import org.decisiongates.sandbox.host.TestTime;

/** People at work on Decisions and Blockers over REST, and the ledger of what they asked for and what Jira said was done. */
final class JournalLoad {

    private static final int PEOPLE = 4;

    private final Map<String, String> fieldIds;
    private final AtomicLong seeds;
    final AtomicInteger attempted = new AtomicInteger();
    final AtomicInteger acknowledged = new AtomicInteger();
    /** What Jira said was done: a creation by key, a due date by key and date, a new phase by key. */
    final ConcurrentLinkedQueue<String> created = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> dated = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> deleted = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> moved = new ConcurrentLinkedQueue<>();

    JournalLoad(Map<String, String> fieldIds, long seed) {
        this.fieldIds = fieldIds;
        this.seeds = new AtomicLong(seed);
    }

    /** Works until Jira is gone. */
    List<Thread> on(JiraProcess jira) {
        List<Thread> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Random random = new Random(seeds.incrementAndGet());
            Thread person = new Thread(() -> work(jira, random), "person " + i);
            person.setDaemon(true);
            person.start();
            people.add(person);
        }
        return people;
    }

    private void work(JiraProcess jira, Random random) {
        List<String> mine = new ArrayList<>();
        try {
            while (jira.isAlive()) {
                if (mine.size() < 2 || random.nextInt(6) == 0) {
                    create(jira, random, mine);
                } else {
                    act(jira, random, mine);
                }
            }
        } catch (IOException e) {
            // Jira died; whether the last thing was done, its history says
        }
    }

    private void create(JiraProcess jira, Random random, List<String> mine) throws IOException {
        String type = random.nextBoolean() ? "Blocker" : "Decision";
        JiraProcess.Reply reply = send(jira, "POST", "/rest/api/2/issue",
                "{\"fields\":{\"project\":{\"key\":\"SHOP\"},\"issuetype\":{\"name\":\"" + type
                        + "\"},\"summary\":\"Under load\",\"" + fieldIds.get("Owner") + "\":{\"name\":\"owner\"},\"duedate\":\""
                        + day(random) + "\",\""
                        + fieldIds.get("Customer-facing") + "\":{\"value\":\"Yes\"}" + (type.equals("Blocker")
                                ? ",\"" + fieldIds.get("Fallback plan")
                                        + "\":\"Go on with the old way of doing it.\""
                                : "")
                        + "}}");
        if (reply.done()) {
            mine.add(reply.json().path("key").asText());
            created.add(mine.get(mine.size() - 1));
        }
    }

    private void act(JiraProcess jira, Random random, List<String> mine) throws IOException {
        String key = mine.get(random.nextInt(mine.size()));
        switch (random.nextInt(8)) {
            case 0 -> edit(jira, key,
                    "\"" + fieldIds.get("Owner") + "\":{\"name\":\"" + (random.nextBoolean() ? "lead" : "owner") + "\"}");
            case 1 -> edit(jira, key, "\"" + fieldIds.get("Fallback plan") + "\":\""
                    + (random.nextBoolean() ? "" : "Another way, " + random.nextInt()) + "\"");
            case 2 -> edit(jira, key,
                    "\"" + fieldIds.get("Customer-facing") + "\":{\"value\":\"" + (random.nextBoolean() ? "Yes" : "No") + "\"}");
            case 3 -> {
                String day = day(random);
                if (edit(jira, key, "\"duedate\":\"" + day + "\"")) {
                    dated.add(key + " " + day);
                }
            }
            case 4 -> {
                if (random.nextInt(4) == 0 && send(jira, "DELETE", "/rest/api/2/issue/" + key, null).done()) {
                    deleted.add(key);
                    mine.remove(key);
                }
            }
            default -> move(jira, random, key);
        }
    }

    private boolean edit(JiraProcess jira, String key, String fields) throws IOException {
        return send(jira, "PUT", "/rest/api/2/issue/" + key, "{\"fields\":{" + fields + "}}").done();
    }

    private void move(JiraProcess jira, Random random, String key) throws IOException {
        JsonNode offered = jira.call("lead", "GET", "/rest/api/2/issue/" + key + "/transitions", null).json().path("transitions");
        if (offered.size() > 0) {
            String transition = "\"transition\":{\"id\":\"" + offered.get(random.nextInt(offered.size())).path("id").asText() + "\"}";
            JiraProcess.Reply reply = send(jira, "POST", "/rest/api/2/issue/" + key + "/transitions", "{" + transition + "}");
            if (!reply.done()) {
                reply = send(jira, "POST", "/rest/api/2/issue/" + key + "/transitions",
                        "{" + transition + ",\"fields\":{\"resolution\":{\"name\":\"Done\"}}}");
            }
            if (reply.done()) {
                moved.add(key);
            }
        }
    }

    private JiraProcess.Reply send(JiraProcess jira, String method, String path, String body) throws IOException {
        attempted.incrementAndGet();
        JiraProcess.Reply reply = jira.call("lead", method, path, body);
        if (reply.done()) {
            acknowledged.incrementAndGet();
        }
        return reply;
    }

    private static String day(Random random) {
        return TestTime.today().plusDays(1 + random.nextInt(25)).toString();
    }
}
