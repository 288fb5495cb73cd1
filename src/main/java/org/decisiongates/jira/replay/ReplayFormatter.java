package org.decisiongates.jira.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.replay.JournalOfIssues;
import org.decisiongates.replay.ReplayMoment;
import org.decisiongates.replay.ReplayedGate;
import org.decisiongates.report.GateReport;
import org.decisiongates.report.OutcomeChange;
import org.decisiongates.report.ReportCounter;
import org.decisiongates.report.ReportEntry;
import org.decisiongates.report.ReportOutcome;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateEvent.Outcome;

/** Words what a replay found, in the language of who asked. */
@JiraComponent
class ReplayFormatter {

    private static final List<String> NOTES = List.of("decision-gates.jira.replay.note.in-force",
            "decision-gates.jira.replay.note.accounts",
            "decision-gates.jira.replay.note.cannot-tell", "decision-gates.jira.replay.note.creation");

    private static final int MAX_NAMED = 10;

    private final JiraTexts texts;
    private final DayFormatter days;
    private final UserManager users;

    ReplayFormatter(JiraTexts texts, DayFormatter days, UserManager users) {
        this.texts = texts;
        this.days = days;
        this.users = users;
    }

    /** A report of one replay, for one thread. */
    Report begin() {
        return new Report();
    }

    /** Grows issue by issue. */
    final class Report {

        private final ReportCounter counter = new ReportCounter(GateReport.Subject.TRANSITION);
        private final Map<String, Optional<String>> names = new HashMap<>();
        private final List<String> leftOut = new ArrayList<>();

        private Report() {
            NOTES.forEach(note -> counter.note(texts.text(note)));
        }

        /** Each moment counts once, as the worst of its gates. */
        void take(ReplayReader.ReplayedOfIssue found) {
            if (found.gates().isEmpty()) {
                leftOut.add(found.issue().getKey());
                return;
            }
            Map<ReplayMoment, List<ReplayedGate>> moments = found.gates().get().stream()
                    .collect(Collectors.groupingBy(ReplayedGate::moment, LinkedHashMap::new, Collectors.toList()));
            moments.forEach((moment, gates) -> {
                ReportOutcome now = worst(gates.stream().map(gate -> word(gate.outcome())).toList());
                ReportOutcome then = worst(gates.stream().map(gate -> gate.recorded().map(event -> word(Optional.of(event.outcome())))
                        .orElse(ReportOutcome.NOT_ASKED)).toList());
                List<ReportEntry> entries = new ArrayList<>();
                gates.forEach(gate -> entries.addAll(entries(found.issue().getKey(), gate)));
                counter.take(now, Optional.of(OutcomeChange.of(then, now)), entries);
            });
        }

        GateReport finished() {
            if (!leftOut.isEmpty()) {
                String some = String.join(", ", leftOut.subList(0, Math.min(MAX_NAMED, leftOut.size())));
                counter.note(texts.text("decision-gates.jira.replay.note.left-out", leftOut.size(), JournalOfIssues.MAX_EVENTS, some));
            }
            return counter.report();
        }

        private List<ReportEntry> entries(String key, ReplayedGate replayed) {
            Gate gate = replayed.evaluation().gate();
            List<RuleResult> results = replayed.evaluation().results();
            List<ReportEntry> entries = new ArrayList<>();
            for (int i = 0; i < results.size(); i++) {
                Status status = results.get(i).status();
                ReportOutcome outcome = word(status, gate.enforcementOf(i).name());
                if (outcome != ReportOutcome.PASSED) {
                    PolicyVersion origin = gate.policyOf(i);
                    String rule = gate.rules().get(i).shownName();
                    entries.add(new ReportEntry(key, transition(replayed.moment()), origin.journalKey() + "/" + gate.key(), rule, outcome,
                            recorded(replayed, rule).map(then -> OutcomeChange.of(then, outcome)),
                            reason(gate.rules().get(i).findings(results.get(i)), results.get(i)), Optional.of(replayed.moment().at()),
                            replayed.moment().actor().flatMap(this::name)));
                }
            }
            if (results.isEmpty()) {
                entries.add(new ReportEntry(key, transition(replayed.moment()), gate.policy().journalKey() + "/" + gate.key(), "",
                        word(replayed.outcome()), Optional.empty(), reason(replayed.evaluation().findings()),
                        Optional.of(replayed.moment().at()), replayed.moment().actor().flatMap(this::name)));
            }
            return entries;
        }

        private Optional<String> name(String userKey) {
            return names.computeIfAbsent(userKey,
                    key -> Optional.ofNullable(users.getUserByKey(key)).map(ApplicationUser::getDisplayName));
        }
    }

    /** What the journal has of a rule that was asked once. */
    private static Optional<ReportOutcome> recorded(ReplayedGate replayed, String rule) {
        List<GateEvent.RuleEntry> entries = replayed.recorded().stream().flatMap(event -> event.results().stream())
                .filter(entry -> entry.rule().equals(rule)).toList();
        return entries.size() == 1
                ? Status.named(entries.get(0).result()).map(status -> word(status, entries.get(0).enforcement()))
                : Optional.empty();
    }

    private static ReportOutcome worst(List<ReportOutcome> outcomes) {
        return outcomes.stream().min(ReportOutcome::compareTo).orElse(ReportOutcome.NOT_ASKED);
    }

    private static ReportOutcome word(Status status, String enforcement) {
        return word(status == Status.NOT_EVALUABLE ? Optional.empty() : Optional.of(Outcome.of(status.name(), enforcement)));
    }

    private static ReportOutcome word(Optional<Outcome> outcome) {
        return outcome.map(known -> switch (known) {
            case ERROR -> ReportOutcome.ERROR;
            case REFUSED -> ReportOutcome.REFUSED;
            case WAIVED -> ReportOutcome.WAIVED;
            case ADVISED -> ReportOutcome.ADVISED;
            case EVALUATED -> ReportOutcome.RECORDED;
            case PASSED -> ReportOutcome.PASSED;
        }).orElse(ReportOutcome.CANNOT_TELL);
    }

    private String transition(ReplayMoment moment) {
        return moment.transition().isEmpty() ? moment.entered().map(ReplayMoment.EnteredStatus::name).orElse("") : moment.transition();
    }

    private String reason(List<Finding> shown, RuleResult result) {
        return reason(shown.isEmpty() ? result.findings() : shown);
    }

    private String reason(List<Finding> findings) {
        return findings.stream().map(finding -> texts.text(days.forPeople(finding.message()))).distinct().collect(Collectors.joining(" "));
    }
}
