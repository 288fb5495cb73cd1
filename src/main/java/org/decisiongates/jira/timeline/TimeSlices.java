package org.decisiongates.jira.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import com.atlassian.jira.issue.Issue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works through any number of issues by searches that each stay within the window of 10 000 results that Jira gives (ADR-0026): in slices
 * of time, each small enough for one search, or for a few pages. Never by the key or id of an issue, which may be deleted meanwhile.
 */
final class TimeSlices {

    /** The most that one search is asked for. */
    static final int PAGE_SIZE = 1_000;
    /** The most results a search returns, whatever limit it is given. */
    static final int WINDOW = 10_000;
    /** A slice no longer than this is read page by page. */
    static final Duration SHORT = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(TimeSlices.class);
    private static final int MAX_PARTS = 1_000;
    /** Neighbouring slices overlap by some minutes, so repeats come soon after each other. */
    private static final int REMEMBERED = 2 * WINDOW;

    private final Searching searching;
    private final Supplier<Instant> now;
    private final Supplier<List<String>> parts;
    private final Function<List<Issue>, Reconciler.Outcome> work;
    private final Map<Long, Boolean> seen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };
    /** Logged once for each part. */
    private final Set<String> tooMany = new HashSet<>();
    private Reconciler.Outcome outcome = Reconciler.Outcome.NOTHING;

    /** Asks Jira. */
    interface Searching {

        /** Some issues of a query, whoever may see them, and how many there are in all; {@code start + most} stays within the window. */
        Page page(String jql, int start, int most);
    }

    /** Some issues, and how many there are in all. */
    record Page(List<Issue> issues, int total) {
    }

    /**
     * When a date lies.
     *
     * @param until exclusive; {@link Instant#MAX} for no end
     */
    private record Slice(String field, Instant from, Instant until) {

        /**
         * By a number of minutes from now, which means the same in every zone and in the hour that a clock change repeats; what a date
         * means depends on who searches. At least as wide as the slice, however the product rounds, and though a search waits a minute
         * for its turn.
         */
        String condition(Instant now) {
            String lower = field + " >= -" + (Math.max(0, Duration.between(from, now).toMinutes()) + 2) + "m";
            long upper = until.isAfter(now) ? 0 : Duration.between(until, now).toMinutes() - 1;
            return upper < 1 ? lower : lower + " AND " + field + " < -" + upper + "m";
        }

        Duration length(Instant now) {
            return Duration.between(from, end(now));
        }

        Instant end(Instant now) {
            return until.isAfter(now) ? now : until;
        }

        List<Slice> split(long number, Instant now) {
            Instant start = from.truncatedTo(ChronoUnit.MINUTES);
            long minutes = Math.max(1, Duration.between(start, end(now)).toMinutes() + 1);
            long parts = Math.min(number, minutes);
            List<Slice> slices = new ArrayList<>();
            for (long part = 0; part < parts; part++) {
                slices.add(new Slice(field, start.plus(Duration.ofMinutes(minutes * part / parts)),
                        part == parts - 1 ? until : start.plus(Duration.ofMinutes(minutes * (part + 1) / parts))));
            }
            return slices;
        }
    }

    /**
     * @param parts conditions that tell issues apart which time does not: those of the projects, say
     * @param work  gets at most {@link #PAGE_SIZE} issues at once, mostly each once
     */
    TimeSlices(Searching searching, Supplier<Instant> now, Supplier<List<String>> parts, Function<List<Issue>, Reconciler.Outcome> work) {
        this.searching = searching;
        this.now = now;
        this.parts = parts;
        this.work = work;
    }

    /** Those that were updated since, with the outcome. */
    Reconciler.Outcome updatedSince(Instant since) {
        walk(new Slice("updated", since, Instant.MAX), List.of());
        return outcome;
    }

    /** Those of a condition, by when they were created, with the outcome. */
    Reconciler.Outcome created(String condition) {
        byCreation(List.of(() -> condition));
        return outcome;
    }

    private void byCreation(List<Supplier<String>> conditions) {
        Page first = search(conditions, "created ASC", 0, PAGE_SIZE);
        if (first.total() <= PAGE_SIZE) {
            done(first);
            return;
        }
        Slice all = new Slice("created", first.issues().get(0).getCreated().toInstant(), Instant.MAX);
        split(all, first.total(), conditions);
    }

    private void walk(Slice slice, List<Supplier<String>> others) {
        List<Supplier<String>> conditions = new ArrayList<>(others);
        conditions.add(() -> slice.condition(now.get()));
        Page page = search(conditions, "key ASC", 0, PAGE_SIZE);
        if (page.total() <= PAGE_SIZE) {
            done(page);
        } else if (slice.length(now.get()).compareTo(SHORT) > 0) {
            split(slice, page.total(), others);
        } else if (page.total() <= WINDOW) {
            readPages(conditions, page);
        } else if (slice.length(now.get()).compareTo(Duration.ofMinutes(1)) > 0) {
            slice.split(SHORT.toMinutes(), now.get()).forEach(minute -> walk(minute, others));
        } else if (slice.field().equals("updated")) {
            byCreation(conditions);
        } else {
            byPart(conditions);
        }
    }

    /**
     * Into slices that hold half of what fits into a page if the issues are spread evenly; where they are not, some are split once more.
     */
    private void split(Slice slice, int total, List<Supplier<String>> others) {
        slice.split(Math.min(MAX_PARTS, (2L * total + PAGE_SIZE - 1) / PAGE_SIZE), now.get()).forEach(part -> walk(part, others));
    }

    /** From a past period issues can disappear, which moves the others up, but none can be added. */
    private void readPages(List<Supplier<String>> conditions, Page first) {
        Page page = first;
        int start = 0;
        while (!page.issues().isEmpty()) {
            done(page);
            start += page.issues().size();
            if (start >= page.total() || start + PAGE_SIZE > WINDOW) {
                return;
            }
            Page next = search(conditions, "key ASC", start, PAGE_SIZE);
            if (next.total() < page.total()) {
                start = Math.max(0, start - page.total() + next.total());
                next = search(conditions, "key ASC", start, PAGE_SIZE);
            }
            page = next;
        }
    }

    private void byPart(List<Supplier<String>> conditions) {
        for (String part : parts.get()) {
            List<Supplier<String>> narrower = new ArrayList<>(conditions);
            narrower.add(() -> part);
            Page page = search(narrower, "key ASC", 0, PAGE_SIZE);
            if (page.total() > WINDOW && tooMany.add(part)) {
                LOG.error(
                        "{} issues of “{}” were created, and changed, in the same minutes: Jira lists the first {}, "
                                + "the others are compared with the journal before the week of their project is closed",
                        page.total(), part, WINDOW);
            }
            readPages(narrower, page);
        }
    }

    private Page search(List<Supplier<String>> conditions, String order, int start, int most) {
        return searching.page(String.join(" AND ", conditions.stream().map(Supplier::get).toList()) + " ORDER BY " + order, start, most);
    }

    private void done(Page page) {
        List<Issue> fresh = page.issues().stream().filter(issue -> seen.put(issue.getId(), true) == null).toList();
        if (!fresh.isEmpty()) {
            outcome = outcome.and(work.apply(fresh));
        }
    }
}
