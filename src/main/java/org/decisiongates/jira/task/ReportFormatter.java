package org.decisiongates.jira.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.MomentFormatter;
import org.decisiongates.jira.platform.web.PageLinks;
import org.decisiongates.page.view.LabelledTextView;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.report.GateReport;
import org.decisiongates.report.OutcomeChange;
import org.decisiongates.report.ReportEntry;
import org.decisiongates.report.ReportOutcome;
import org.decisiongates.report.RuleCount;

/** Words what gates say of many issues. */
@JiraComponent
class ReportFormatter {

    static final int PAGE = 100;

    private static final List<OutcomeChange> REFUSALS = List.of(OutcomeChange.NEWLY_REFUSED, OutcomeChange.NO_LONGER_REFUSED);

    private final JiraTexts texts;
    private final MomentFormatter moments;

    ReportFormatter(JiraTexts texts, MomentFormatter moments) {
        this.texts = texts;
        this.moments = moments;
    }

    /**
     * @param start   which entry is shown first
     * @param page    address of the page, which takes more parameters
     * @param rest    address of the task over REST
     * @param context Jira's context path
     */
    ReportView view(GateReport report, int start, String page, String rest, String context) {
        List<ReportOutcome> outcomes = Arrays.stream(ReportOutcome.values())
                .filter(outcome -> report.rules().stream().anyMatch(rule -> rule.count(outcome) > 0)).toList();
        List<OutcomeChange> changes = report.changes().isEmpty() ? List.of() : REFUSALS;
        int from = Math.max(0, Math.min(start, report.entries().size() - 1));
        int end = Math.min(from + PAGE, report.entries().size());
        return new ReportView(
                texts.text("decision-gates.jira.task.headline." + report.subject().name(), report.refused(), report.asked()),
                Arrays.stream(ReportOutcome.values()).filter(outcome -> report.count(outcome) > 0)
                        .map(outcome -> new MarkView(report.count(outcome) + " " + name(outcome), style(outcome))).toList(),
                texts.text("decision-gates.jira.task.compared." + report.subject().name()),
                Arrays.stream(OutcomeChange.values()).filter(change -> report.changes().getOrDefault(change, 0) > 0)
                        .map(change -> new MarkView(report.changes().get(change) + " " + name(change), style(change))).toList(),
                report.notes(), Stream.concat(outcomes.stream().map(this::name), changes.stream().map(this::name)).toList(),
                report.rules().stream().map(rule -> rule(rule, outcomes, changes, context)).toList(),
                report.entries().stream().anyMatch(entry -> entry.at().isPresent()),
                report.entries().subList(from, end).stream().map(entry -> entry(entry, context)).toList(),
                report.entries().isEmpty() ? texts.text("decision-gates.jira.task.no-entries")
                        : texts.text("decision-gates.jira.task.shown", from + 1, end, report.entries().size() + report.omitted()),
                links(report, from, page, rest));
    }

    private RuleCountView rule(RuleCount rule, List<ReportOutcome> outcomes, List<OutcomeChange> changes, String context) {
        return new RuleCountView(nameOf(rule.rule()),
                Stream.concat(outcomes.stream().map(outcome -> cell(name(outcome), rule.count(outcome))),
                        changes.stream().map(change -> cell(name(change), rule.changes().getOrDefault(change, 0)))).toList(),
                rule.examples().stream().map(key -> issue(key, context)).toList());
    }

    private static LabelledTextView cell(String label, int count) {
        return new LabelledTextView(label, count == 0 ? "" : String.valueOf(count));
    }

    private ReportEntryView entry(ReportEntry entry, String context) {
        String at = entry.at().map(moments::minute).orElse("");
        return new ReportEntryView(issue(entry.issue(), context), entry.transition(), nameOf(entry.rule()),
                new MarkView(name(entry.outcome()), style(entry.outcome())), entry.change().map(this::name).orElse(""), entry.reason(),
                Stream.of(Optional.of(at), entry.actor()).flatMap(Optional::stream).filter(text -> !text.isEmpty())
                        .reduce((one, other) -> one + ", " + other).orElse(""));
    }

    private List<LinkView> links(GateReport report, int from, String page, String rest) {
        List<LinkView> links = new ArrayList<>(new PageLinks(start -> page + "&start=" + start,
                texts.text("decision-gates.jira.task.previous"), texts.text("decision-gates.jira.task.next"))
                .of(from, PAGE, report.entries().size()));
        if (!report.entries().isEmpty()) {
            links.add(new LinkView(texts.text("decision-gates.jira.task.csv"), rest + "/report/csv", "csv"));
        }
        return links;
    }

    private static LinkView issue(String key, String context) {
        return new LinkView(key, context + "/browse/" + key, "issue");
    }

    /** A rule by the name that people know; as it is stored where this version of the app has no such rule. */
    private String nameOf(String rule) {
        return rule.isEmpty() ? texts.text("decision-gates.jira.task.no-rule")
                : Rules.of(rule).map(known -> texts.text("decision-gates.rule." + known.key() + ".name")).orElse(rule);
    }

    private String name(ReportOutcome outcome) {
        return texts.text("decision-gates.jira.task.outcome." + outcome.name());
    }

    private String name(OutcomeChange change) {
        return texts.text("decision-gates.jira.task.change." + change.name());
    }

    private static String style(ReportOutcome outcome) {
        return switch (outcome) {
            case REFUSED, ERROR -> "removed";
            case CANNOT_TELL, ADVISED -> "moved";
            case PASSED -> "success";
            case RECORDED, WAIVED, NOT_ASKED -> "default";
        };
    }

    private static String style(OutcomeChange change) {
        return switch (change) {
            case NEWLY_REFUSED -> "removed";
            case NO_LONGER_REFUSED -> "success";
            case CANNOT_TELL -> "moved";
            case STILL_REFUSED, UNCHANGED, STILL_LET_THROUGH -> "default";
        };
    }
}
