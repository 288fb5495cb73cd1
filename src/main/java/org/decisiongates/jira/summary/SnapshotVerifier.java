package org.decisiongates.jira.summary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.audit.Erasures;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.Listing;
import org.decisiongates.summary.ClosedWeek;
import org.decisiongates.summary.Seal;
import org.decisiongates.summary.SealedSnapshot;
import org.decisiongates.summary.SealedWeekReader;
import org.decisiongates.summary.Snapshots;
import org.decisiongates.summary.TileSeries;
import org.decisiongates.summary.WeekSnapshot;
import org.decisiongates.time.Week;

/**
 * Reads closed weeks of a project and verifies each: one statement, and one more where a person was taken out of one. A week whose seal
 * does not hold is not read. What a node has verified it does not hash again while the database gives the same text.
 */
@JiraComponent
class SnapshotVerifier {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotVerifier.class);
    /** The week and those it is compared with: four for what is usual, more for what is drawn. */
    private static final int WEEKS = TileSeries.WEEKS;

    private final SealedWeekReader weeks;
    private final VerifiedWeekCache known;

    SnapshotVerifier(Snapshots snapshots, Erasures erasures, VerifiedWeekCache known) {
        this.weeks = new SealedWeekReader(snapshots, erasures, known::isSealed);
        this.known = known;
    }

    Verified upTo(long projectId, Week week) {
        List<SealedWeekReader.VerifiedWeek> newest = weeks.upTo(projectId, week, WEEKS);
        List<ClosedWeek> intact = new ArrayList<>();
        for (SealedWeekReader.VerifiedWeek one : newest) {
            Optional<ClosedWeek> read = intact(one);
            if (read.isEmpty()) {
                break;
            }
            intact.add(read.get());
        }
        return new Verified(newest.stream().findFirst().map(SealedWeekReader.VerifiedWeek::stored)
                .filter(row -> row.week().equals(week.text())), intact);
    }

    private Optional<ClosedWeek> intact(SealedWeekReader.VerifiedWeek week) {
        SealedSnapshot row = week.stored();
        if (week.seal() != Seal.INTACT) {
            LOG.error("the seal of week {} of {} does not hold: {}", row.week(), row.scope(), week.seal());
            return Optional.empty();
        }
        try {
            return Optional.of(new ClosedWeek(row.week(), row.closedAt(), row.rebuilt(), known.content(row)));
        } catch (UnreadableJsonException e) {
            LOG.error("week {} of {} was closed by a version that stored it in another format", row.week(), row.scope(), e);
            return Optional.empty();
        }
    }

    /**
     * Closed weeks whose seals hold.
     *
     * @param requested the week that was asked for, intact or not; empty when it is not closed
     * @param weeks     the newest weeks, newest first, up to the first whose seal does not hold
     */
    record Verified(Optional<SealedSnapshot> requested, List<ClosedWeek> weeks) {

        static final Verified NOTHING = new Verified(Optional.empty(), List.of());

        boolean isIntact() {
            return !weeks.isEmpty();
        }

        /** What they hold, newest first. */
        List<WeekSnapshot> intact() {
            return weeks.stream().map(ClosedWeek::content).toList();
        }

        /** Those before the week that was asked for. */
        List<ClosedWeek> before() {
            return requested.isPresent() && isIntact() ? weeks.subList(1, weeks.size()) : weeks;
        }

        /** Every issue the newest week would show, and those its movement is compared with: what is listed comes first. */
        Set<Long> issues() {
            WeekSnapshot week = intact().get(0);
            Set<Long> ids = new LinkedHashSet<>();
            Stream.of(week.blockers(), week.decisions(), week.closures(), week.reopened()).flatMap(section -> section.rows().stream())
                    .forEach(row -> ids.add(row.issueId()));
            week.closures().rows().forEach(row -> row.row().successor().ifPresent(other -> ids.add(other.id())));
            week.owed().ifPresent(owed -> Stream.of(owed.debt(), owed.waivers()).flatMap(section -> section.rows().stream())
                    .forEach(row -> ids.add(row.issueId())));
            intact().stream().limit(2).flatMap(one -> one.impact().rows().stream()).forEach(line -> ids.add(line.issueId()));
            week.feedback().ifPresent(feedback -> feedback.forEach(entry -> ids.add(entry.issueId())));
            return ids;
        }

        /** Keys of the issues the numbers of the newest week rest on. */
        Set<String> contributing() {
            return intact().get(0).figures().stream().flatMap(figure -> figure.issues().stream()).limit(HiddenIssueFilter.MAX_ISSUES)
                    .collect(Collectors.toSet());
        }

        /** Figures of all of them, newest first. */
        List<List<Figure>> figures() {
            return intact().stream().map(WeekSnapshot::figures).toList();
        }

        /** Impact lines of what was open when the newest was closed. */
        Optional<Listing<Contribution>> impact() {
            return intact().stream().findFirst().map(WeekSnapshot::impact);
        }
    }
}
