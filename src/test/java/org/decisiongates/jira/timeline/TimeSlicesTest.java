package org.decisiongates.jira.timeline;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.atlassian.jira.issue.Issue;
import org.junit.Test;

import org.decisiongates.jira.timeline.Reconciler.Outcome;

public class TimeSlicesTest {

    private static final Instant NOW = Instant.parse("2026-11-28T09:15:30.500Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Pattern PROJECT = Pattern.compile("project = (\\d+)");
    private static final Pattern BOUND = Pattern.compile("(updated|created) (>=|<) -(\\d+)m");

    private final List<Stored> stored = new ArrayList<>();
    private final List<String> searches = new ArrayList<>();
    private final Set<Long> read = new HashSet<>();
    private Instant now = NOW;
    private IntConsumer beforeSearch = number -> {};

    /** An issue of a Jira that gives nothing beyond its window. */
    private record Stored(long id, long project, Instant created, Instant updated) {
    }

    @Test
    public void readsFewChangesWithOneSearch() {
        many(1_000, number -> issue(number, NOW.minus(DAY), NOW.minusSeconds(number)));
        assertEquals(1_000, updatedSince(NOW.minus(DAY)).looked());
        assertEquals(List.of("updated >= -1442m ORDER BY key ASC 0+1000"), searches);
    }

    @Test
    public void readsTwentyFiveThousandChangesWithAKnownNumberOfSearches() {
        many(25_000, number -> issue(number, NOW.minus(DAY), NOW.minus(DAY.dividedBy(25_000).multipliedBy(number))));
        updatedSince(NOW.minus(DAY));
        assertEquals(25_000, read.size());
        // one for all, which are too many, and one for each of fifty slices
        assertEquals(51, searches.size());
        assertTrue(searches.toString(), searches.stream().allMatch(search -> search.endsWith(" 0+1000")));
    }

    @Test
    public void readsAMassChangeOfAnHourPageByPage() {
        many(25_000, number -> issue(number, NOW.minus(DAY), NOW.minus(Duration.ofMinutes(60).dividedBy(25_000).multipliedBy(number))));
        updatedSince(NOW.minus(DAY));
        assertEquals(25_000, read.size());
        assertEquals(searches.toString(), 166, searches.size());
    }

    @Test
    public void splitsAFullMinuteByCreation() {
        many(12_000, number -> issue(number, NOW.minus(DAY.multipliedBy(300)).plus(Duration.ofMinutes(30L * number)),
                NOW.minus(Duration.ofHours(3))));
        updatedSince(NOW.minus(DAY));
        assertEquals(12_000, read.size());
        assertTrue(searches.size() + " searches", searches.size() < 250);
    }

    @Test
    public void splitsByProjectWhatWasAlsoCreatedInTheSameMinute() {
        many(12_000, number -> new Stored(number, number % 3, NOW.minus(Duration.ofHours(5)), NOW.minus(Duration.ofHours(3))));
        updatedSince(NOW.minus(DAY));
        assertEquals(12_000, read.size());
    }

    @Test
    public void namesWhatNothingTellsApartAndReadsTheWindow() {
        many(11_000, number -> new Stored(number, 1, NOW.minus(Duration.ofHours(5)), NOW.minus(Duration.ofHours(3))));
        updatedSince(NOW.minus(DAY));
        assertEquals(10_000, read.size());
    }

    @Test
    public void readsAProjectOfAnySizeByCreation() {
        many(25_000, number -> issue(number, NOW.minus(DAY.multipliedBy(365)).plus(Duration.ofMinutes(21L * number)), NOW));
        assertEquals(25_000, slices().created("project = 1 AND issuetype in (10000)").looked());
        assertEquals(51, searches.size());
        assertTrue(searches.toString(), searches.stream().allMatch(search -> search.startsWith("project = 1 AND issuetype in (10000)")));
    }

    @Test
    public void losesNothingWhenAChangedIssueLeavesItsSliceMeanwhile() {
        many(5_000, number -> issue(number, NOW.minus(DAY), NOW.minus(Duration.ofHours(3)).plusMillis(number)));
        // everybody goes on working: each search finds some of the issues changed again, which is for the next run
        beforeSearch = search -> {
            for (int number = 0; number < 40; number++) {
                Stored old = stored.get(search * 97 % 4_000 + number);
                stored.set(stored.indexOf(old), new Stored(old.id(), old.project(), old.created(), now));
            }
        };
        Set<Long> untouched = new HashSet<>();
        updatedSince(NOW.minus(DAY));
        stored.stream().filter(issue -> issue.updated().isBefore(NOW.minus(Duration.ofHours(1)))).map(Stored::id).forEach(untouched::add);
        untouched.removeAll(read);
        assertEquals(Set.of(), untouched);
    }

    @Test
    public void losesNothingWhileTimePasses() {
        many(12_000, number -> issue(number, NOW.minus(DAY), NOW.minus(DAY.dividedBy(12_000).multipliedBy(number))));
        beforeSearch = search -> now = now.plusSeconds(47);
        updatedSince(NOW.minus(DAY));
        assertEquals(12_000, read.size());
    }

    @Test
    public void givesNobodyAnIssueTwice() {
        List<Long> given = new ArrayList<>();
        many(4_000, number -> issue(number, NOW.minus(DAY), NOW.minus(DAY.dividedBy(4_000).multipliedBy(number))));
        slices(issues -> {
            issues.forEach(issue -> given.add(issue.getId()));
            return Outcome.NOTHING;
        }).updatedSince(NOW.minus(DAY));
        assertEquals(4_000, given.size());
    }

    private Outcome updatedSince(Instant since) {
        return slices().updatedSince(since);
    }

    private TimeSlices slices() {
        return slices(issues -> {
            assertTrue(issues.size() <= TimeSlices.PAGE_SIZE);
            issues.forEach(issue -> read.add(issue.getId()));
            return Outcome.read(issues.size(), 0);
        });
    }

    private TimeSlices slices(Function<List<Issue>, Outcome> work) {
        return new TimeSlices(this::search, () -> now, () -> List.of("project = 0", "project = 1", "project = 2"), work);
    }

    private void many(int number, java.util.function.IntFunction<Stored> make) {
        IntStream.range(0, number).mapToObj(make).forEach(stored::add);
    }

    private static Stored issue(int number, Instant created, Instant updated) {
        return new Stored(number, 1, created, updated);
    }

    private TimeSlices.Page search(String jql, int start, int most) {
        assertTrue("beyond the window: " + start + " + " + most, start + most <= TimeSlices.WINDOW);
        beforeSearch.accept(searches.size());
        searches.add(jql + " " + start + "+" + most);
        List<Predicate<Stored>> bounds = BOUND.matcher(jql).results().map(this::bound).toList();
        Set<Long> projects = PROJECT.matcher(jql).results().map(one -> Long.valueOf(one.group(1))).collect(Collectors.toSet());
        Predicate<Stored> wanted = bounds.stream().reduce(issue -> projects.isEmpty() || projects.contains(issue.project()),
                Predicate::and);
        List<Stored> found = stored.stream().filter(wanted)
                .sorted(jql.contains("ORDER BY created") ? Comparator.comparing(Stored::created) : Comparator.comparing(Stored::id))
                .toList();
        return new TimeSlices.Page(found.stream().skip(start).limit(most).map(TimeSlicesTest::issue).toList(), found.size());
    }

    private Predicate<Stored> bound(MatchResult bound) {
        Function<Stored, Instant> date = bound.group(1).equals("created") ? Stored::created : Stored::updated;
        Instant edge = now.minus(Duration.ofMinutes(Long.parseLong(bound.group(3))));
        return bound.group(2).equals("<") ? issue -> date.apply(issue).isBefore(edge) : issue -> !date.apply(issue).isBefore(edge);
    }

    private static Issue issue(Stored issue) {
        return (Issue) Proxy.newProxyInstance(TimeSlicesTest.class.getClassLoader(), new Class<?>[] {Issue.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getId" -> issue.id();
                    case "getCreated" -> Timestamp.from(issue.created());
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }
}
