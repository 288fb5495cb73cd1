package org.decisiongates.jira.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.audit.GateSeal;
import org.decisiongates.audit.GateSeals;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.timeline.GateEvents;
import org.decisiongates.timeline.GateFilter;
import org.decisiongates.timeline.GateSearch;
import org.decisiongates.timeline.Page;
import org.decisiongates.timeline.Page.Position;

/**
 * Reads the journal of gates with its seals for one reader, who sees no entry about an issue that the reader may not browse, but how many
 * there are. A look reads at most ten parts of the journal, each with two statements and two searches.
 */
@JiraComponent
public class AuditReader {

    /** Entries of one part, and of one look. */
    static final int MAX_ENTRIES = 500;
    /** Where a rule is asked for, few entries of a part may match; a look ends all the same. */
    private static final int MAX_PARTS = 10;

    private final GateSearch journal;
    private final GateSeals seals;
    private final HiddenIssueFilter issues;

    AuditReader(GateSearch journal, GateSeals seals, HiddenIssueFilter issues) {
        this.journal = journal;
        this.seals = seals;
        this.issues = issues;
    }

    /**
     * Entries of a filter, newest first.
     *
     * @param reader null for nobody logged in
     * @param limit  1 to {@link #MAX_ENTRIES}
     */
    AuditPage read(GateFilter filter, Position after, int limit, ApplicationUser reader) {
        List<AuditEntry> entries = new ArrayList<>();
        int hidden = 0;
        Optional<Position> next = Optional.of(after);
        for (int part = 0; part < MAX_PARTS && next.isPresent() && entries.size() < limit; part++) {
            Page<GateEvents.Entry> found = journal.find(filter, next.get(), filter.rule().isPresent() ? MAX_ENTRIES : limit);
            List<GateEvents.Entry> matching = found.rows().stream().filter(entry -> filter.admitsRulesOf(entry.event())).toList();
            HiddenIssueFilter.Look look = issues.look(
                    matching.stream().flatMapToLong(entry -> entry.event().issueId().stream()).boxed().toList(), reader);
            Map<Long, GateSeal> sealed = matching.isEmpty() ? Map.of()
                    : seals.of(matching.stream().map(GateEvents.Entry::sequence).toList());
            next = found.next();
            for (GateEvents.Entry entry : matching) {
                OptionalLong issue = entry.event().issueId();
                if (issue.isPresent() && look.hidden().contains(issue.getAsLong())) {
                    hidden++;
                } else if (entries.size() < limit) {
                    entries.add(new AuditEntry(entry.sequence(), entry.event(),
                            issue.isPresent() ? Optional.ofNullable(look.keys().get(issue.getAsLong())) : Optional.empty(),
                            Optional.ofNullable(sealed.get(entry.sequence()))));
                }
                if (entries.size() == limit) {
                    next = Optional.of(new Position(List.of(entry.event().at().toEpochMilli(), entry.sequence())));
                    break;
                }
            }
        }
        return new AuditPage(entries, hidden, next);
    }

    /**
     * @param hidden how many entries are about issues that the reader may not browse
     * @param next   the place to go on from; empty when everything was read
     */
    record AuditPage(List<AuditEntry> entries, int hidden, Optional<Position> next) {
    }
}
