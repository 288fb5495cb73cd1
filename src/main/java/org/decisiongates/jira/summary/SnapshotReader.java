package org.decisiongates.jira.summary;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.metric.WeekMetricsService;
import org.decisiongates.jira.metric.WeekMoment;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.jira.platform.search.SearchScope;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.jira.platform.search.VisibilityResolver;
import org.decisiongates.metric.MetricsProjection;
import org.decisiongates.metric.OpenByOwner;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.summary.GateTally;
import org.decisiongates.summary.Listed;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.OpenTallies;
import org.decisiongates.summary.OpenTally;
import org.decisiongates.summary.Section;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.WeekSnapshot;
import org.decisiongates.summary.compose.SummaryInput;
import org.decisiongates.summary.compose.WeekMetricsComparison;

/**
 * A frozen week as one reader may see it now. From whom issues are hidden gets the lists without them, and numbers that are reckoned anew
 * from what the journal knew at the end of the week about the others.
 */
@JiraComponent
class SnapshotReader {

    private final SummaryHeaders frames;
    private final VisibilityResolver sights;
    private final HiddenIssueFilter hidden;
    private final WeekMetricsService numbers;
    private final OpenLists open;

    SnapshotReader(SummaryHeaders frames, VisibilityResolver sights, HiddenIssueFilter hidden, WeekMetricsService numbers, OpenLists open) {
        this.frames = frames;
        this.sights = sights;
        this.hidden = hidden;
        this.numbers = numbers;
        this.open = open;
    }

    SummaryInput read(SearchScope scope, WeekMoment when, SnapshotRepository.Kept kept, ApplicationUser reader) {
        WeekSnapshot week = kept.intact().get(0);
        Set<Long> named = named(kept);
        Set<Long> away = hidden.among(named, reader);
        Visibility sight = sights.of(scope, reader, named.stream().limit(HiddenIssueFilter.MOST).collect(Collectors.toSet()));
        LongPredicate stays = issue -> named.contains(issue) && !away.contains(issue);
        if (sight.isWhole() && away.isEmpty() && !hidden.any(keys(week), reader)) {
            return SummaryInput.frozen(scope.scope(), frames.frozen(when, kept, false, SummaryHeader.Numbers.CURRENT), kept.intact());
        }
        WeekMoment end = new WeekMoment(when.week(), when.zone(), EvaluationContext.of(when.week().end(when.zone()), when.zone()));
        WeekMetricsService.Known known = numbers.of(scope, end, reader);
        // as long as it is not reckoned what the reader may see, the figures of all of it are not for the reader either
        if (!known.sight().isWhole() || known.result().isEmpty()) {
            return material(new Seen(scope, frames.frozen(when, kept, true, known.state()), week),
                    week.trimmed(issue -> stays.test(issue) && (sight.tooMany() || sight.has(issue))),
                    new Numbers(known.gates(), known.result().map(result -> new WeekMetricsComparison(result.figures(), known.weeksBefore(),
                            result.impact(), Optional.of(result.impactBefore()))), known.result()));
        }
        // the reader sees all there is and was, but what the week names is more than can be looked up: some of it is hidden by now
        return unnamed(scope, when, kept, stays);
    }

    private SummaryInput unnamed(SearchScope scope, WeekMoment when, SnapshotRepository.Kept kept, LongPredicate stays) {
        WeekSnapshot week = kept.intact().get(0);
        WeekSnapshot left = week.trimmed(stays);
        return material(new Seen(scope, frames.frozen(when, kept, true, SummaryHeader.Numbers.CURRENT), week), left, new Numbers(
                week.gates(), Optional.of(
                        new WeekMetricsComparison(week.figures().stream().map(figure -> figure.naming(key -> false)).toList(),
                                kept.figures().subList(1, kept.figures().size()), left.impact(),
                                kept.intact().stream().skip(1).findFirst().map(before -> before.trimmed(stays).impact()))),
                Optional.empty()));
    }

    private SummaryInput material(Seen seen, WeekSnapshot left, Numbers numbers) {
        Optional<Section<OpenItem>> blockers = counted(left.blockers(), seen.week().blockers(), seen.week().open().blockers(),
                numbers.anew().flatMap(MetricsProjection.Result::openBlockers));
        Optional<Section<OpenItem>> decisions = counted(left.decisions(), seen.week().decisions(), seen.week().open().decisions(),
                numbers.anew().flatMap(MetricsProjection.Result::openDecisions));
        Section<OpenItem> seenBlockers = blockers.orElseGet(() -> WeekSnapshot.rows(left.blockers()));
        Section<OpenItem> seenDecisions = decisions.orElseGet(() -> WeekSnapshot.rows(left.decisions()));
        return new SummaryInput(seen.scope().scope(), seen.frame(), seenBlockers, seenDecisions, WeekSnapshot.rows(left.closures()),
                WeekSnapshot.rows(left.reopened()),
                numbers.gates(), numbers.reckoned(),
                numbers.anew().map(result -> open.counted(result, seenBlockers, seenDecisions)).orElse(OpenTallies.NONE),
                blockers.isPresent() && decisions.isPresent());
    }

    /**
     * The rows that are left, with how much there was. Of a list that was cut the journal tells how much of it the reader may see, if it told
     * how much there was in all; else nobody knows.
     */
    private static Optional<Section<OpenItem>> counted(Section<Listed<OpenItem>> left, Section<Listed<OpenItem>> all,
            Optional<OpenTally> told,
            Optional<OpenByOwner> anew) {
        Section<OpenItem> rows = WeekSnapshot.rows(left);
        if (all.rows().size() == all.total()) {
            return Optional.of(rows);
        }
        // without any rows it is the journal that counted
        return anew.filter(counted -> told.isPresent() || all.rows().isEmpty())
                .map(counted -> new Section<>(rows.rows(), Math.max(rows.rows().size(), counted.open())));
    }

    /** Every issue the week would show, and those its movement is compared with: what is listed comes first. */
    private static Set<Long> named(SnapshotRepository.Kept kept) {
        WeekSnapshot week = kept.intact().get(0);
        Set<Long> ids = new LinkedHashSet<>();
        Stream.of(week.blockers(), week.decisions(), week.closures(), week.reopened()).flatMap(section -> section.rows().stream())
                .forEach(row -> ids.add(row.issueId()));
        kept.intact().stream().limit(2).flatMap(one -> one.impact().rows().stream()).forEach(line -> ids.add(line.issueId()));
        return ids;
    }

    /** Keys of the issues its numbers rest on. */
    private static Set<String> keys(WeekSnapshot week) {
        return week.figures().stream().flatMap(figure -> figure.issues().stream()).limit(HiddenIssueFilter.MOST)
                .collect(Collectors.toSet());
    }

    /** What is looked at, and how. */
    private record Seen(SearchScope scope, SummaryHeader frame, WeekSnapshot week) {
    }

    /**
     * What is told in numbers.
     *
     * @param anew what was reckoned anew over what the reader may see
     */
    private record Numbers(GateTally gates, Optional<WeekMetricsComparison> reckoned, Optional<MetricsProjection.Result> anew) {
    }
}
