package org.decisiongates.jira.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.decisiongates.report.GateReport;
import org.decisiongates.report.OutcomeChange;
import org.decisiongates.report.ReportEntry;
import org.decisiongates.report.ReportOutcome;
import org.decisiongates.report.RuleCount;

/**
 * What came of a background task; the components are the members of the JSON.
 *
 * @param total   how many were looked at
 * @param asked   of how many of them a gate asked anything
 * @param refused how many would be refused
 * @param next    where the next page of entries begins; missing on the last
 * @param omitted how many entries there are that nobody kept
 */
record ReportReply(GateReport.Subject subject, int total, int asked, int refused, Map<ReportOutcome, Integer> counts,
        Map<OutcomeChange, Integer> changes, List<RuleCount> rules, List<Entry> entries,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> next, int omitted, List<String> notes) {

    static ReportReply of(GateReport report, int start, int limit) {
        int from = Math.min(start, report.entries().size());
        int end = Math.min(from + limit, report.entries().size());
        return new ReportReply(report.subject(), report.total(), report.asked(), report.refused(), report.counts(), report.changes(),
                report.rules(), report.entries().subList(from, end).stream().map(Entry::of).toList(),
                end < report.entries().size() ? Optional.of(end) : Optional.empty(), report.omitted(), report.notes());
    }

    /** @param change how it compares with what is in force; missing where nothing is compared */
    record Entry(String issue, String transition, String gate, String rule, ReportOutcome outcome,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<OutcomeChange> change, String reason,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> at,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> actor) {

        static Entry of(ReportEntry entry) {
            return new Entry(entry.issue(), entry.transition(), entry.gate(), entry.rule(), entry.outcome(), entry.change(),
                    entry.reason(), entry.at(), entry.actor());
        }
    }
}
