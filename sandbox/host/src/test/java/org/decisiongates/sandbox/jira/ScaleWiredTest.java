package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.ThreadMXBean;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.Proofs;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.JqlProblem;

/**
 * What a weekly summary over HTTP costs for 1 000 open items and for many more, on PostgreSQL: exactly the same, before and after the
 * journal is folded in the background. Beside it what the stock pattern asks for, a generic search in pages of 50, as far as is said.
 * {@code -Dscale=1000000} goes on up to that many items, {@code -Dproofs} up to 100 000; without it 10 000.
 */
public class ScaleWiredTest {

    private static final int[] SIZES = {1_000, 10_000, 100_000, 1_000_000};
    /** So many changes are folded while somebody waits. */
    private static final int SMALL = 5_000;
    private static final int PAGE = 50;
    /** How many issues a dry run looks at, and how many of them together. */
    private static final int MOST_TRIED = 10_000;
    private static final int TOGETHER = 200;
    private static final String DRY_RUN = "/rest/decision-gates/1.0/dry-run";
    /** Products that page stop there. */
    private static final int WINDOW = 10_000;
    private static final String SUMMARY = "/rest/decision-gates/1.0/summary?project=";
    private static final String SEARCH = "/rest/api/2/search?fields=summary,status,duedate,assignee&maxResults=" + PAGE
            + "&jql=resolution+is+EMPTY+AND+project=";

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static int[] sizes;
    /** How far the stock pattern is followed. */
    private static int part;
    private static WiredJira wired;
    private static ManyItems items;
    private static Sent sent;

    @BeforeClass
    public static void start() throws Exception {
        int largest = Proofs.number("scale", 10_000, 100_000);
        sizes = IntStream.of(SIZES).filter(size -> size <= largest).toArray();
        part = Integer.getInteger("scale") == null ? 1_000 : WINDOW;
        wired = WiredJira.start(BOXES, Options.Database.POSTGRES);
        items = new ManyItems(wired);
        wired.jira.users().join("admin", "storefront-readers");
        for (int size : sizes) {
            items.make(size);
        }
        wired.awaitHistory();
        // jobs that compare all there is would be counted with what is asked for
        wired.box.box().jdbc().sql("update sandbox_job set next_run = next_run + 86400000").update();
        sent = new Sent();
        wired.faults().failStatements(sent::note);
    }

    @Test
    public void aSummaryCostsTheSameWhateverTheNumberOfItems() throws Exception {
        Map<String, Map<Integer, List<Integer>>> costs = new TreeMap<>();
        for (int size : sizes) {
            long begun = System.nanoTime();
            String project = items.fill(size);
            System.out.printf(Locale.ROOT, "%d items, %d changes: made up in %d s%n", size, ManyItems.changes(size),
                    (System.nanoTime() - begun) / 1_000_000_000);
            CountDownLatch release = sent.holdFolds();
            if (ManyItems.changes(size) > SMALL) {
                // the first to ask finds out that there is too much to fold while somebody waits; those after know
                note(costs, "pending, first", size, summary(project, size, "pending"));
                note(costs, "pending", size, summary(project, size, "pending"));
            }
            release.countDown();
            long took = untilCurrent(project);
            System.out.printf(Locale.ROOT, "  folded after %d ms%n", took);
            note(costs, "current", size, summary(project, size, "current"));
            sandboxAlone(project);
            peer(project, size);
            dryRun(project, size);
        }
        costs.forEach((state, bySize) -> assertEquals(state + ": " + bySize, 1, bySize.values().stream().distinct().count()));
    }

    private static void note(Map<String, Map<Integer, List<Integer>>> costs, String state, int size, List<Integer> cost) {
        costs.computeIfAbsent(state, none -> new TreeMap<>()).put(size, cost);
    }

    /** Asks once; what it cost: statements of ours, searches, statements in all. */
    private static List<Integer> summary(String project, int size, String numbers) throws Exception {
        sent.clear();
        long allocated = allocated();
        long begun = System.nanoTime();
        Reply reply = wired.get("reader", SUMMARY + project);
        long took = (System.nanoTime() - begun) / 1_000_000;
        allocated = allocated() - allocated;
        List<String> statements = sent.byRequests();
        WiredJira.assertStatus(size + " items", 200, reply);
        int bytes = bounded(reply, size, numbers);
        List<String> ours = statements.stream().filter(sql -> sql.contains("AO_")).toList();
        // once closures are known, the record says what was decided where the field does not
        assertEquals(ours.toString(), numbers.equals("current") ? 8 : 7, ours.size());
        List<String> newest = ours.stream().filter(sql -> sql.contains("ISSUE_CHANGE") && !sql.endsWith("LIMIT " + (SMALL + 1))).toList();
        for (String sql : newest) {
            assertEquals("rows that are read of " + ManyItems.changes(size) + ": " + sql, 1, items.rowsRead(sql, size));
        }
        long searches = statements.stream().filter(sql -> sql.contains("count(*) from jira_issue i") || sql.contains("fetch first"))
                .count();
        System.out.printf(Locale.ROOT,
                "  ours, %s: 1 call, %d statements of ours%s, %d of searches, %d in all, %d bytes, %d ms, %d MB allocated%n", numbers,
                ours.size(),
                newest.isEmpty() ? "" : " (1 row of the journal)", searches, statements.size(), bytes, took, allocated >> 20);
        return List.of(ours.size(), (int) searches, statements.size());
    }

    /** The totals are exact, the rows are few; the size of the answer. */
    private static int bounded(Reply reply, int size, String numbers) throws Exception {
        JsonNode summary = reply.json();
        assertEquals(numbers, summary.at("/header/numbers").asText());
        assertEquals(size / 2, summary.at("/blockers/total").asInt());
        assertEquals(size / 2, summary.at("/decisions/total").asInt());
        assertEquals(numbers.equals("current") ? ManyItems.settled(size) : 0, summary.at("/closures/total").asInt());
        for (String section : List.of("blockers", "decisions", "owners", "movement", "closures", "reopened", "figures", "asks", "debt",
                "waivers")) {
            assertTrue(section, summary.at("/" + section + "/rows").isArray() && summary.at("/" + section + "/rows").size() <= 200);
        }
        int bytes = reply.body().getBytes(StandardCharsets.UTF_8).length;
        assertTrue(size + " items take " + bytes, bytes <= 64 * 1024);
        return bytes;
    }

    /** What the threads that answer requests have allocated so far. */
    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.dumpAllThreads(false, false)).filter(thread -> thread.getThreadName().contains("-exec-"))
                .mapToLong(thread -> threads.getThreadAllocatedBytes(thread.getThreadId())).sum();
    }

    /** What the sandbox takes for such searches by itself; a real Jira has an index for them. */
    private static void sandboxAlone(String project) throws JqlProblem {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long begun = System.nanoTime();
        String types = "project = " + project + " AND issuetype in (Decision, Blocker)";
        wired.jira.search().count("reader", types);
        wired.jira.search().countAll("reader", types);
        for (String type : List.of("Decision", "Blocker")) {
            wired.jira.search().find("reader",
                    "project = " + project + " AND issuetype = " + type + " AND status in ("
                            + (type.equals("Blocker") ? "Open, Resolving, Escalated" : "Draft, \"In review\"")
                            + ") ORDER BY duedate ASC, created ASC",
                    0, 200);
        }
        System.gc();
        System.out.printf(Locale.ROOT,
                "  the sandbox's own searches: %d ms, %d MB allocated; heap in use by sandbox and app after a collection %d MB%n",
                (System.nanoTime() - begun) / 1_000_000,
                threads.getCurrentThreadAllocatedBytes() - allocated >> 20,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
    }

    private static long untilCurrent(String project) throws Exception {
        long begun = System.nanoTime();
        await("the journal of " + project + " is folded").atMost(Duration.ofMinutes(10))
                .until(() -> wired.get("reader", SUMMARY + project).json().at("/header/numbers").asText().equals("current"));
        return (System.nanoTime() - begun) / 1_000_000;
    }

    /** The stock pattern over the same open items, as far as it goes. */
    private static void peer(String project, int size) throws Exception {
        // from 100 000 on the sandbox's search takes seconds a page
        int reached = Math.min(size, size > WINDOW ? 1_000 : part);
        int calls = 0;
        long bytes = 0;
        int found = 0;
        sent.clear();
        long begun = System.nanoTime();
        for (int start = 0; start < reached; start += PAGE) {
            Reply reply = wired.get("reader", SEARCH + project + "&startAt=" + start);
            WiredJira.assertStatus("page at " + start, 200, reply);
            bytes += reply.body().getBytes(StandardCharsets.UTF_8).length;
            JsonNode page = reply.json();
            found += page.path("issues").size();
            assertEquals(size, page.path("total").asInt());
            calls++;
        }
        assertEquals(reached, found);
        assertEquals((reached + PAGE - 1) / PAGE, calls);
        System.out.printf(Locale.ROOT, "  generic search, %d of %d items: %d calls, %d statements of the sandbox, %d bytes, %d ms%n",
                reached, size, calls, sent.byRequests().size(),
                bytes, (System.nanoTime() - begun) / 1_000_000);
    }

    /** Tries the shipped policy on all of them: what is stored of them is read for 200 together. More than 10 000 are refused. */
    private static void dryRun(String project, int size) throws Exception {
        int all = size + ManyItems.settled(size);
        Reply started = dryRun("project = " + project);
        if (all > MOST_TRIED) {
            assertEquals(started.body(), 400, started.status());
            assertTrue(started.body(), started.errors().get(0).contains(String.valueOf(all)));
            if (size > MOST_TRIED || Integer.getInteger("scale") == null) {
                return;
            }
            started = dryRun("project = " + project + " AND issuetype = Decision");
            all /= 2;
        }
        assertEquals(started.body(), 201, started.status());
        String task = DRY_RUN.replace("dry-run", "tasks/") + started.json().path("task").asText();
        long begun = System.nanoTime();
        await("a dry run of " + all).atMost(Duration.ofMinutes(10)).until(() -> wired.get("admin", task).json().path("state").asText(),
                state -> !List.of("QUEUED", "RUNNING").contains(state));
        assertEquals(all, wired.get("admin", task + "/report").json().path("total").asInt());
        List<String> ours = sent.byTasks().stream().filter(sql -> sql.contains("AO_") && !sql.contains("BACKGROUND_TASK")).toList();
        long read = ours.stream().filter(sql -> !sql.contains("TASK_PIECE")).count();
        assertTrue(read + " for " + all + ": " + ours, read <= 2L * ((all + TOGETHER - 1) / TOGETHER));
        System.out.printf(Locale.ROOT, "  dry run of %d: %d statements of ours, %d of them for its result, %d ms%n", all, ours.size(),
                ours.size() - read, (System.nanoTime() - begun) / 1_000_000);
    }

    private static Reply dryRun(String jql) throws Exception {
        sent.clear();
        String shipped = wired.get("admin", DRY_RUN.replace("dry-run", "policies/decision")).json().path("policy").toString();
        return wired.call("admin", "POST", DRY_RUN + "?jql=" + URLEncoder.encode(jql, StandardCharsets.UTF_8), WiredJira.JSON, shipped);
    }

    /** What was sent to the database, by whom; holds folds back when told to. */
    private static final class Sent {

        private final List<String> byRequests = new ArrayList<>();
        private final List<String> byTasks = new ArrayList<>();
        private volatile CountDownLatch folds = new CountDownLatch(0);

        /** Fails nothing. */
        boolean note(String sql) {
            String thread = Thread.currentThread().getName();
            if (thread.startsWith("decision-gates-replay")) {
                try {
                    folds.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            } else if (thread.contains("-exec-") || thread.equals("decision-gates-task")) {
                synchronized (byRequests) {
                    (thread.contains("-exec-") ? byRequests : byTasks).add(sql);
                }
            }
            return false;
        }

        CountDownLatch holdFolds() {
            folds = new CountDownLatch(1);
            return folds;
        }

        void clear() {
            synchronized (byRequests) {
                byRequests.clear();
                byTasks.clear();
            }
        }

        List<String> byTasks() {
            synchronized (byRequests) {
                return List.copyOf(byTasks);
            }
        }

        List<String> byRequests() {
            synchronized (byRequests) {
                return List.copyOf(byRequests);
            }
        }
    }
}
