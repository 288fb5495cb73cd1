package org.decisiongates.jira.insight;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.insight.GateInsight;
import org.decisiongates.insight.GateInsightCounter;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateEvents;
import org.decisiongates.timeline.GateFilter;
import org.decisiongates.timeline.GateSearch;
import org.decisiongates.timeline.Page;
import org.decisiongates.timeline.Page.Position;

/**
 * Counts what gates did, over what one reader may browse: what is hidden from the reader is not counted at all. Reads at most
 * {@link #MAX_EVENTS} entries with one statement a thousand, and looks for each thousand of issues at most twice.
 */
@JiraComponent
public class InsightService {

    static final int MAX_EVENTS = 20_000;
    private static final int PAGE = HiddenIssueFilter.MAX_ISSUES;

    private final GateSearch journal;
    private final HiddenIssueFilter issues;
    private final ProjectTime time;

    InsightService(GateSearch journal, HiddenIssueFilter issues, ProjectTime time) {
        this.journal = journal;
        this.issues = issues;
        this.time = time;
    }

    /** @param reader null for nobody logged in */
    Result read(GateFilter filter, ApplicationUser reader) {
        ZoneId zone = time.zone();
        LocalDate first = filter.from().atZone(zone).toLocalDate();
        LocalDate last = filter.until().atZone(zone).toLocalDate().minusDays(1);
        GateInsightCounter counter = new GateInsightCounter(first, last, zone);
        Set<Long> seen = new HashSet<>();
        Set<Long> hidden = new HashSet<>();
        List<GateEvent> creations = new ArrayList<>();
        Optional<Position> next = Optional.of(Position.START);
        int read = 0;
        while (next.isPresent() && read < MAX_EVENTS) {
            Page<GateEvents.Entry> page = journal.find(filter, next.get(), PAGE);
            List<GateEvent> events = page.rows().stream().map(GateEvents.Entry::event).filter(filter::admitsRulesOf).toList();
            look(events, seen, hidden, reader);
            for (GateEvent event : events) {
                if (event.issueId().isEmpty()) {
                    creations.add(event);
                } else if (!hidden.contains(event.issueId().getAsLong())) {
                    counter.take(event);
                }
            }
            read += page.rows().size();
            next = page.next();
        }
        // what was refused before there was an issue says nothing about what one may see who sees only some
        if (hidden.isEmpty()) {
            creations.forEach(counter::take);
        }
        return new Result(counter.insight(), next.isPresent());
    }

    private void look(List<GateEvent> events, Set<Long> seen, Set<Long> hidden, ApplicationUser reader) {
        List<Long> unknown = events.stream().flatMapToLong(event -> event.issueId().stream()).distinct()
                .filter(id -> !seen.contains(id) && !hidden.contains(id)).boxed().toList();
        if (!unknown.isEmpty()) {
            hidden.addAll(issues.among(unknown, reader));
            seen.addAll(unknown);
            seen.removeAll(hidden);
        }
    }

    /** @param isCutOff whether older entries were left out */
    record Result(GateInsight insight, boolean isCutOff) {
    }
}
