package org.decisiongates.jira.summary;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.gate.Moment;
import org.decisiongates.jira.search.Sight;
import org.decisiongates.journal.Changes;
import org.decisiongates.journal.GateEvent;
import org.decisiongates.metric.Period;
import org.decisiongates.metric.Reckoning;
import org.decisiongates.metric.Week;
import org.decisiongates.summary.Frame;
import org.decisiongates.summary.GateTally;

/**
 * The numbers of a week as one reader may see them, from one statement: folded while the reader waits as long as the journal is small,
 * else taken from a fold in the background, which is told from the newest change to be up to date or not.
 */
@JiraComponent
class WeekNumbers {

    /** Changes of a project that are folded while somebody waits. */
    static final int MOST_CHANGES = 5_000;
    /** Gates of a week that are counted while somebody waits. */
    static final int MOST_GATES = 10_000;

    private static final int MOST_CHANGES_OF_SOME = 10_000;
    /** Ages and windows move on without a change. */
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final Changes changes;
    private final BackgroundFolds folds;

    WeekNumbers(Changes changes, BackgroundFolds folds) {
        this.changes = changes;
        this.folds = folds;
    }

    Numbers of(Sight sight, Week week, Moment now, List<GateEvent> gates) {
        if (sight.tooMany()) {
            return Numbers.missing(Frame.Numbers.TOO_MANY);
        }
        return sight.issues().isPresent() ? ofSome(sight, week, now, gates) : ofAll(sight.projects().iterator().next(), week, now, gates);
    }

    private Numbers ofSome(Sight sight, Week week, Moment now, List<GateEvent> gates) {
        List<Changes.Entry> entries = changes.ofIssues(sight.issues().orElseThrow(), MOST_CHANGES_OF_SOME);
        if (entries.size() == MOST_CHANGES_OF_SOME || gates.size() == MOST_GATES) {
            return Numbers.missing(Frame.Numbers.TOO_MANY);
        }
        List<GateEvent> seen = gates.stream().filter(event -> event.issueId().isPresent() && sight.has(event.issueId().getAsLong())).toList();
        return folded(new Reckoning(Period.of(week, now.zone(), now.instant()), sight.projects(), sight::has), entries, seen);
    }

    private Numbers ofAll(long project, Week week, Moment now, List<GateEvent> gates) {
        if (!folds.isLarge(project) && gates.size() < MOST_GATES) {
            List<Changes.Entry> entries = changes.ofProjects(List.of(project), Changes.Position.START, MOST_CHANGES + 1);
            if (entries.size() <= MOST_CHANGES) {
                return folded(new Reckoning(Period.of(week, now.zone(), now.instant()), List.of(project), issue -> true), entries, gates);
            }
            folds.want(project, week, now.zone(), now.instant());
            return Numbers.missing(Frame.Numbers.PENDING);
        }
        OptionalLong newest = changes.newest(List.of(project));
        Optional<Folding.Folded> last = folds.last(project, week);
        boolean current = last.filter(folded -> folded.newest().equals(newest) && isFresh(folded, now.instant())).isPresent();
        if (!current) {
            folds.want(project, week, now.zone(), now.instant());
        }
        return last.map(folded -> new Numbers(current ? Frame.Numbers.CURRENT : Frame.Numbers.BEHIND, Optional.of(folded.numbers()),
                gates.size() < MOST_GATES ? counted(gates) : folded.gates())).orElseGet(() -> Numbers.missing(Frame.Numbers.PENDING));
    }

    private static boolean isFresh(Folding.Folded folded, Instant now) {
        return now.isBefore(folded.asOf().plus(FRESH));
    }

    private static Numbers folded(Reckoning reckoning, List<Changes.Entry> entries, List<GateEvent> gates) {
        entries.forEach(entry -> reckoning.take(entry.change()));
        gates.forEach(reckoning::take);
        return new Numbers(Frame.Numbers.CURRENT, Optional.of(reckoning.result()), counted(gates));
    }

    private static GateTally counted(List<GateEvent> gates) {
        GateCount count = new GateCount();
        gates.forEach(count::take);
        return count.tally();
    }

    /**
     * What is known.
     *
     * @param state   how far the numbers go
     * @param result  the numbers; empty while there are none
     * @param gates   what the gates of the week said
     */
    record Numbers(Frame.Numbers state, Optional<Reckoning.Result> result, GateTally gates) {

        static Numbers missing(Frame.Numbers state) {
            return new Numbers(state, Optional.empty(), new GateCount().tally());
        }
    }
}
