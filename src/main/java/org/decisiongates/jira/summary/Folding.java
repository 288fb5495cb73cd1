package org.decisiongates.jira.summary;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.journal.Changes;
import org.decisiongates.journal.GateEvent;
import org.decisiongates.journal.Journal;
import org.decisiongates.metric.Period;
import org.decisiongates.metric.Reckoning;
import org.decisiongates.metric.Week;

/** Folds the whole journal of a project into the numbers of a week, a page at a time. */
@JiraComponent
public class Folding {

    private static final int PAGE = 5_000;

    private final Changes changes;
    private final Journal journal;

    Folding(Changes changes, Journal journal) {
        this.changes = changes;
        this.journal = journal;
    }

    /** The numbers of {@code week} as they are known at {@code asOf}, for somebody who may see everything. */
    public Folded fold(long projectId, Week week, ZoneId zone, Instant asOf) {
        List<Long> project = List.of(projectId);
        // first of all: what is written during the fold is newer than the fold
        OptionalLong newest = changes.newest(project);
        Period period = Period.of(week, zone, asOf);
        Reckoning reckoning = new Reckoning(period, project, issue -> true);
        GateCount gates = new GateCount();
        takeChanges(project, reckoning);
        takeGates(project, period, reckoning, gates);
        return new Folded(reckoning.result(), gates.tally(), newest, asOf);
    }

    private void takeChanges(Collection<Long> project, Reckoning reckoning) {
        List<Changes.Entry> page = changes.ofProjects(project, Changes.Position.START, PAGE);
        while (!page.isEmpty()) {
            page.forEach(entry -> reckoning.take(entry.change()));
            page = page.size() < PAGE ? List.of() : changes.ofProjects(project, page.get(PAGE - 1).position(), PAGE);
        }
    }

    private void takeGates(Collection<Long> project, Period period, Reckoning reckoning, GateCount gates) {
        Instant from = period.from();
        long taken = 0;
        int fresh;
        do {
            fresh = 0;
            List<Journal.Entry> page = journal.ofProjects(project, from, period.until(), PAGE);
            for (Journal.Entry entry : page) {
                // a page begins with the moment the last one ended with: a part of that moment is known already
                if (entry.sequence() > taken || entry.event().at().isAfter(from)) {
                    take(entry.event(), reckoning, gates);
                    fresh++;
                    from = entry.event().at();
                    taken = entry.sequence();
                }
            }
            fresh = page.size() < PAGE ? 0 : fresh;
        } while (fresh > 0);
    }

    private static void take(GateEvent event, Reckoning reckoning, GateCount gates) {
        reckoning.take(event);
        gates.take(event);
    }

    /**
     * What came of it.
     *
     * @param newest sequence number of the newest change there was when the fold began; empty when there was none
     * @param asOf   up to when things were known
     */
    public record Folded(Reckoning.Result numbers, org.decisiongates.summary.GateTally gates, OptionalLong newest, Instant asOf) {
    }
}
