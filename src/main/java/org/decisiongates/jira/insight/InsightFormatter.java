package org.decisiongates.jira.insight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.insight.GateInsight;
import org.decisiongates.insight.GateInsight.Bucket;
import org.decisiongates.insight.GateInsight.RuleRefusals;
import org.decisiongates.jira.audit.FilterFormatter;
import org.decisiongates.jira.audit.GateFilterParser;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.page.view.BarView;
import org.decisiongates.page.view.LabelledTextView;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.timeline.GateEvent.Outcome;

/** Words what gates did over a time. */
@JiraComponent
class InsightFormatter {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 14;

    private final JiraTexts texts;
    private final FilterFormatter filters;

    InsightFormatter(JiraTexts texts, FilterFormatter filters) {
        this.texts = texts;
        this.filters = filters;
    }

    /** @param text key of the only thing to say */
    InsightView notice(String text) {
        return new InsightView("", texts.text(text), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** What was asked for cannot be read; the form says why. */
    InsightView nothing(String title) {
        return new InsightView(title, texts.text("decision-gates.jira.audit.not-read"), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of());
    }

    InsightView view(InsightScope scope, GateFilterParser asked, InsightService.Result result) {
        GateInsight insight = result.insight();
        List<String> notes = new ArrayList<>();
        if (result.isCutOff()) {
            notes.add(texts.text("decision-gates.jira.insight.cut-off", InsightService.MAX_EVENTS));
        }
        long most = insight.timeline().stream().mapToLong(Bucket::evaluated).max().orElse(0);
        Map<Outcome, Long> totals = insight.totals();
        return new InsightView(scope.title(), insight.evaluated() == 0 ? texts.text("decision-gates.jira.insight.none") : "", notes,
                Arrays.stream(Outcome.values()).filter(totals::containsKey).map(outcome -> new MarkView(
                        texts.text("decision-gates.jira.insight.total", totals.get(outcome), filters.outcome(outcome).text()),
                        filters.outcome(outcome).style())).toList(),
                Arrays.stream(Outcome.values()).map(outcome -> filters.outcome(outcome).text()).toList(),
                insight.timeline().stream().map(bucket -> row(bucket, most)).toList(),
                insight.rules().stream().map(rule -> rule(rule, scope, asked)).toList(), links(scope, asked));
    }

    private List<LinkView> links(InsightScope scope, GateFilterParser asked) {
        return List.of(filters.rest("/insight/export", asked, scope.project().map(key -> Map.of("project", key)).orElse(Map.of()),
                "decision-gates.jira.audit.export.csv", "csv"));
    }

    private InsightRowView row(Bucket bucket, long most) {
        List<BarView> bars = new ArrayList<>();
        long before = 0;
        for (Outcome outcome : Outcome.values()) {
            int left = (int) (before * WIDTH / Math.max(1, most));
            before += bucket.count(outcome);
            int right = (int) (before * WIDTH / Math.max(1, most));
            if (bucket.count(outcome) > 0) {
                bars.add(new BarView(left, 0, Math.max(1, right - left), HEIGHT, outcome.name().toLowerCase(java.util.Locale.ROOT)));
            }
        }
        return new InsightRowView(bucket.start().toString(), bars,
                Arrays.stream(Outcome.values()).map(outcome -> new LabelledTextView(filters.outcome(outcome).text(),
                        bucket.count(outcome) == 0 ? "" : String.valueOf(bucket.count(outcome)))).toList());
    }

    private RuleRefusalsView rule(RuleRefusals rule, InsightScope scope, GateFilterParser asked) {
        List<LinkView> links = scope.auditPath().filter(path -> Rules.of(rule.rule()).isPresent())
                .map(path -> List.of(filters.page(path, InsightScope.AUDIT, asked,
                        Map.of("rule", rule.rule()), "decision-gates.jira.insight.entries", "entries")))
                .orElse(List.of());
        return new RuleRefusalsView(filters.rule(rule.rule()), String.valueOf(rule.refused()),
                rule.attempts() == 0 ? ""
                        : texts.text("decision-gates.jira.insight.passed-later", rule.passedLater(), rule.attempts()),
                untilPassed(rule), links);
    }

    /** Empty text for a rule that refused only what was to be created, and where there were too many attempts for a median. */
    private String untilPassed(RuleRefusals rule) {
        return rule.medianUntilPassed().map(this::duration)
                .orElse(rule.attempts() == 0 || rule.passedLater() > 0 ? "" : texts.text("decision-gates.jira.insight.not-yet"));
    }

    private String duration(Duration time) {
        if (time.toDays() > 0) {
            return texts.text("decision-gates.jira.insight.days", time.toDays(), time.toHoursPart());
        }
        return time.toHours() > 0 ? texts.text("decision-gates.jira.insight.hours", time.toHours(), time.toMinutesPart())
                : texts.text("decision-gates.jira.insight.minutes", Math.max(1, time.toMinutes()));
    }
}
