package org.decisiongates.confluence.link;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Pages with the macro under load and without Jira, ours and the stock pattern in turn in the same run. Prints the rows of
 * docs/performance.md.
 */
public final class MacroBench {

    private static final int ANSWER_MILLIS = 50;
    private static final int STOCK_TIMEOUT_MILLIS = 10_000;

    private MacroBench() {
    }

    public static void main(String[] arguments) throws Exception {
        // Classes are loaded and compiled before anything counts.
        try (SlowJira jira = new SlowJira(1);
                Clients ours = new Clients.Ours(jira, MonotonicClock.with(Clock.systemUTC()));
                Clients stock = new Clients.Stock(jira, 1_000)) {
            together(500, i -> ours.view("q", "r" + i % 50));
            together(500, i -> stock.view("q", "r" + i % 50));
        }
        System.out.println("| case | runner | calls to Jira | at once | shown | p50 ms | p99 ms |\n|---|---|---|---|---|---|---|");
        cold("1000 cold views, one reader", 1);
        cold("1000 cold views, 200 readers", 200);
        twentyMacros();
        withoutJira();
        otherPages();
    }

    private static void cold(String name, int readers) throws Exception {
        try (SlowJira jira = new SlowJira(ANSWER_MILLIS); Clients ours = new Clients.Ours(jira, MonotonicClock.with(Clock.systemUTC()))) {
            row(name, "ours", jira, together(1_000, i -> own(ours.view("q", "r" + i % readers), "q-r" + i % readers)));
            row(name + ", a second later", "ours", forgotten(jira),
                    together(1_000, i -> own(ours.view("q", "r" + i % readers), "q-r" + i % readers)));
        }
        try (SlowJira jira = new SlowJira(ANSWER_MILLIS); Clients stock = new Clients.Stock(jira, STOCK_TIMEOUT_MILLIS)) {
            row(name, "stock", jira, together(1_000, i -> own(stock.view("q", "r" + i % readers), "q-r" + i % readers)));
        }
    }

    private static void twentyMacros() throws IOException {
        List<String> questions = IntStream.range(0, 20).mapToObj(i -> "q" + i).toList();
        for (String runner : List.of("ours", "stock")) {
            List<Long> one = new ArrayList<>();
            List<Long> twenty = new ArrayList<>();
            int calls = 0;
            for (int round = 0; round < 15; round++) {
                try (SlowJira jira = new SlowJira(ANSWER_MILLIS); Clients client = client(runner, jira)) {
                    one.add(timed(() -> client.page(List.of("only"), "lead")));
                    jira.forgets();
                    twenty.add(timed(() -> client.page(questions, "lead")));
                    calls = jira.calls();
                }
            }
            one.sort(null);
            twenty.sort(null);
            System.out.printf(Locale.ROOT, "| 20 macros on a page, cold: %.2f times one macro | %s | %d | | | %.0f | |%n",
                    (double) twenty.get(7) / one.get(7), runner, calls, twenty.get(7) / 1e6);
        }
    }

    private static void withoutJira() throws Exception {
        AtomicLong ahead = new AtomicLong();
        MonotonicClock turned = new MonotonicClock() {

            @Override
            public long nanos() {
                return System.nanoTime() + ahead.get();
            }

            @Override
            public Instant now() {
                return Instant.EPOCH.plusNanos(nanos());
            }
        };
        try (SlowJira jira = new SlowJira(ANSWER_MILLIS); Clients.Ours ours = new Clients.Ours(jira, turned)) {
            for (int i = 0; i < 200; i++) {
                ours.view("q", "r" + i);
            }
            jira.saysNothing();
            ahead.set(Duration.ofMinutes(10).toNanos());
            AtomicInteger most = new AtomicInteger();
            row("Jira silent, copies 10 minutes old", "ours", forgotten(jira), together(1_000, i -> {
                Optional<String> shown = ours.view("q", "r" + i % 200);
                most.accumulateAndGet(ours.waiting(), Math::max);
                return shown;
            }));
            System.out.println("| threads waiting for Jira, at most | ours | | " + most.get() + " | | | |");
            // Late calls make one that finds out whether Jira is there, and that takes two seconds as well.
            for (int i = 0; i < 2; i++) {
                Thread.sleep(2_500);
                together(20, reader -> ours.view("q", "r" + reader));
            }
            row("Jira silent, breaker open", "ours", forgotten(jira), together(1_000, i -> ours.view("q", "r" + i % 200)));
            row("Jira silent, breaker open, no copy", "ours", forgotten(jira), together(1_000, i -> ours.view("q", "new" + i)));
        }
        try (SlowJira jira = new SlowJira(ANSWER_MILLIS);
                Clients.Ours ours = new Clients.Ours(jira, MonotonicClock.with(Clock.systemUTC()))) {
            jira.saysNothing();
            row("Jira silent, no copy", "ours", jira, together(1_000, i -> ours.view("q", "r" + i % 200)));
        }
        try (SlowJira jira = new SlowJira(ANSWER_MILLIS); Clients stock = new Clients.Stock(jira, STOCK_TIMEOUT_MILLIS)) {
            jira.saysNothing();
            row("Jira silent, 20 views only", "stock", jira, together(20, i -> stock.view("q", "r" + i)));
        }
    }

    /** Twenty-five request threads, half of the pages with the macro: how long the other half takes. */
    private static void otherPages() throws Exception {
        for (String runner : List.of("ours", "stock")) {
            for (boolean silent : new boolean[] {false, true}) {
                try (SlowJira jira = new SlowJira(ANSWER_MILLIS); Clients client = client(runner, jira)) {
                    if (silent) {
                        jira.saysNothing();
                    }
                    long[] others = others(client, silent && runner.equals("stock") ? 100 : 2_000);
                    System.out.printf(Locale.ROOT, "| other pages, Jira %s | %s | %d | | | %.1f | %.1f |%n", silent ? "silent" : "there",
                            runner, jira.calls(),
                            others[others.length / 2] / 1e6, others[others.length * 99 / 100] / 1e6);
                }
            }
        }
    }

    private static long[] others(Clients client, int pages) throws Exception {
        ExecutorService tomcat = Executors.newFixedThreadPool(25);
        List<Future<Long>> others = new ArrayList<>();
        for (int i = 0; i < pages; i++) {
            int page = i;
            tomcat.submit(() -> client.view("q", "r" + page % 100));
            long asked = System.nanoTime();
            others.add(tomcat.submit(() -> {
                Thread.sleep(1);
                return System.nanoTime() - asked;
            }));
            Thread.sleep(2);
        }
        long[] times = new long[pages];
        for (int i = 0; i < pages; i++) {
            times[i] = others.get(i).get();
        }
        tomcat.shutdownNow();
        Arrays.sort(times);
        return times;
    }

    private static Clients client(String runner, SlowJira jira) {
        return runner.equals("ours") ? new Clients.Ours(jira, MonotonicClock.with(Clock.systemUTC()))
                : new Clients.Stock(jira, STOCK_TIMEOUT_MILLIS);
    }

    private static Optional<String> own(Optional<String> shown, String mark) {
        if (shown.isPresent() && !shown.get().equals(mark)) {
            throw new IllegalStateException("somebody saw what is another's");
        }
        return shown;
    }

    private static SlowJira forgotten(SlowJira jira) {
        jira.forgets();
        return jira;
    }

    private static long timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    /** So many views that begin at the same moment: nanoseconds of each, and how many had something to show as the last entry. */
    private static long[] together(int views, View view) throws InterruptedException, ExecutionException {
        ExecutorService readers = Executors.newFixedThreadPool(views);
        CountDownLatch start = new CountDownLatch(1);
        AtomicInteger shown = new AtomicInteger();
        List<Future<Long>> times = new ArrayList<>();
        for (int i = 0; i < views; i++) {
            int which = i;
            Callable<Long> timed = () -> {
                start.await();
                return timed(() -> view.by(which).ifPresent(any -> shown.incrementAndGet()));
            };
            times.add(readers.submit(timed));
        }
        start.countDown();
        long[] all = new long[views + 1];
        for (int i = 0; i < views; i++) {
            all[i] = times.get(i).get();
        }
        readers.shutdown();
        Arrays.sort(all, 0, views);
        all[views] = shown.get();
        return all;
    }

    private static void row(String name, String runner, SlowJira jira, long[] times) {
        int views = times.length - 1;
        System.out.printf(Locale.ROOT, "| %s | %s | %d | %d | %d of %d | %.1f | %.1f |%n", name, runner, jira.calls(), jira.most(),
                times[views], views,
                times[views / 2] / 1e6, times[views * 99 / 100] / 1e6);
    }

    /** One view of a page. */
    private interface View {
        Optional<String> by(int viewer);
    }
}
