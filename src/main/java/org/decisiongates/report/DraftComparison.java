package org.decisiongates.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.ActiveWaivers;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.Evaluation;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.readiness.GatedTransition;
import org.decisiongates.readiness.ReadinessEvaluator;
import org.decisiongates.readiness.RuleReadiness;
import org.decisiongates.readiness.TransitionReadiness;
import org.decisiongates.text.Message;

/**
 * Asks the gates before issues twice: as they are, and as they would be with a draft of a policy in force. An issue counts as refused when
 * one of the transitions that lead on from it would be. For one thread.
 */
public final class DraftComparison {

    private final PolicyVersion draft;
    private final ReadinessEvaluator evaluator;
    private final ReportCounter counter;
    private final Function<Message, String> words;
    private final Set<String> untold = new TreeSet<>();
    private boolean draftIsAsked;

    /**
     * @param draft     the version that is tried
     * @param evaluator for every issue; it knows nobody who acts
     * @param counter   hears of every issue
     * @param words     words what rules say, for who reads the report
     */
    public DraftComparison(PolicyVersion draft, ReadinessEvaluator evaluator, ReportCounter counter, Function<Message, String> words) {
        this.draft = draft;
        this.evaluator = evaluator;
        this.counter = counter;
        this.words = words;
    }

    /** What one rule says before one transition. */
    private record Answer(int transition, String name, String gate, RuleReadiness rule, Object asked) {

        /** By what the same rule is found again among the answers of the other policies. */
        private List<Object> place() {
            return List.of(transition, rule.rule(), rule.subject());
        }

        private ReportOutcome outcome() {
            return ReportOutcome.of(rule);
        }

        /** Whether it would refuse or not, and nobody can tell. */
        private boolean isOpen() {
            return outcome() == ReportOutcome.CANNOT_TELL && rule.enforcement() == Enforcement.ENFORCE;
        }

        /** By what it says the same, whoever acts. */
        private List<Object> claim() {
            return List.of(transition, rule.rule(), asked);
        }
    }

    /**
     * Counts one issue.
     *
     * @param key    of the issue
     * @param before the transitions that lead on from it, with the gates that are in force
     * @param after  the same transitions, with the draft in force
     * @param issue  as it is
     * @param tried  the same issue as if the draft were in force, which may ask other approvals of it
     */
    public void take(String key, List<GatedTransition> before, List<GatedTransition> after, IssueView issue, IssueView tried,
            ActiveWaivers waivers) {
        List<Answer> now = answers(before, issue, waivers);
        List<Answer> then = answers(after, tried, waivers);
        draftIsAsked |= after.stream().flatMap(transition -> transition.gates().stream()).anyMatch(
                gate -> gate.policy().equals(draft) || gate.rules().stream().anyMatch(rule -> rule.policies().contains(draft)));
        ReportOutcome outcome = ReportOutcome.ofIssue(then.stream().map(Answer::rule).toList());
        counter.take(outcome, Optional.of(change(now, then)), entries(key, worst(now), worst(then)));
    }

    /** Whether a gate of the draft, or a rule of it at another gate, was asked of any issue. */
    public boolean isDraftAsked() {
        return draftIsAsked;
    }

    /** Keys of the rules of which nothing could be told of some issue, because nobody acted. */
    public Set<String> untold() {
        return untold;
    }

    /** What nobody can tell decides nothing where the draft asks it as it is asked now. */
    private static OutcomeChange change(List<Answer> now, List<Answer> then) {
        Set<Object> openNow = open(now);
        Set<Object> openThen = open(then);
        ReportOutcome toldNow = told(now);
        ReportOutcome toldThen = told(then);
        OutcomeChange told = OutcomeChange.of(toldNow, toldThen);
        if (openNow.equals(openThen)) {
            return told == OutcomeChange.STILL_LET_THROUGH && !openNow.isEmpty() ? OutcomeChange.UNCHANGED : told;
        }
        boolean isCertain = toldNow.refuses() ? toldThen.refuses() || openThen.isEmpty() : toldThen.refuses() && openNow.isEmpty();
        return isCertain ? told : OutcomeChange.CANNOT_TELL;
    }

    private static Set<Object> open(List<Answer> answers) {
        return answers.stream().filter(Answer::isOpen).map(Answer::claim).collect(Collectors.toSet());
    }

    private static ReportOutcome told(List<Answer> answers) {
        return ReportOutcome.ofIssue(answers.stream().filter(answer -> !answer.isOpen()).map(Answer::rule).toList());
    }

    private List<Answer> answers(List<GatedTransition> transitions, IssueView issue, ActiveWaivers waivers) {
        List<Answer> answers = new ArrayList<>();
        for (GatedTransition transition : transitions) {
            for (Evaluation evaluation : evaluator.evaluate(transition.gates(), issue, waivers)) {
                String gate = gateOf(evaluation);
                List<RuleReadiness> rules = TransitionReadiness.rulesOf(evaluation);
                for (int i = 0; i < rules.size(); i++) {
                    answers.add(new Answer(transition.id(), transition.name(), gate, rules.get(i), asked(evaluation, i)));
                }
            }
        }
        return answers;
    }

    /** Everything that a rule is set to; nothing of a gate that holds none. */
    private static Object asked(Evaluation evaluation, int index) {
        List<ConfiguredRule> rules = evaluation.gate().rules();
        return rules.isEmpty() ? "" : List.of(rules.get(index).settings(), rules.get(index).when());
    }

    private static String gateOf(Evaluation evaluation) {
        PolicyVersion policy = evaluation.gate().policy();
        return policy.equals(PolicyVersion.OF_THE_WORKFLOW) ? "" : policy.key() + "/" + evaluation.gate().key();
    }

    /** Two rules of one place, as with other settings, count as the worse of them. */
    private static Map<List<Object>, Answer> worst(List<Answer> answers) {
        return answers.stream().collect(Collectors.toMap(Answer::place, Function.identity(),
                (one, other) -> one.outcome().compareTo(other.outcome()) <= 0 ? one : other, java.util.LinkedHashMap::new));
    }

    private List<ReportEntry> entries(String key, Map<List<Object>, Answer> now, Map<List<Object>, Answer> then) {
        List<ReportEntry> entries = new ArrayList<>();
        Map<List<Object>, Answer> before = new HashMap<>(now);
        then.forEach((place, answer) -> {
            Answer known = before.remove(place);
            ReportOutcome was = known == null ? ReportOutcome.NOT_ASKED : known.outcome();
            ReportOutcome is = answer.outcome();
            if (is == ReportOutcome.CANNOT_TELL) {
                untold.add(answer.rule().rule());
            }
            if (is.compareTo(ReportOutcome.PASSED) < 0) {
                entries.add(
                        entry(key, answer, is, isSame(known, answer) ? OutcomeChange.UNCHANGED : OutcomeChange.of(was, is), answer.rule()));
            } else if (was.refuses()) {
                entries.add(entry(key, answer, is, OutcomeChange.NO_LONGER_REFUSED, known.rule()));
            }
        });
        now.values().stream().filter(answer -> before.containsKey(answer.place()) && answer.outcome().refuses())
                .forEach(answer -> entries
                        .add(entry(key, answer, ReportOutcome.NOT_ASKED, OutcomeChange.NO_LONGER_REFUSED, answer.rule())));
        return entries;
    }

    private static boolean isSame(Answer known, Answer answer) {
        return known != null && known.isOpen() && answer.isOpen() && known.claim().equals(answer.claim());
    }

    /** @param says the answer that holds the reason: of the draft, or of what is in force where the draft has nothing to say */
    private ReportEntry entry(String key, Answer answer, ReportOutcome outcome, OutcomeChange change, RuleReadiness says) {
        return new ReportEntry(key, answer.name(), answer.gate(), answer.rule().rule(), outcome, Optional.of(change),
                says.findings().stream().map(Finding::message).map(words).distinct().collect(Collectors.joining(" ")), Optional.empty(),
                Optional.empty());
    }
}
